"""How well messages are understood, beside other ways of doing it, on messages that nobody trained on."""
