"""How the classifier of intents is taught: readable utterances in, one compact model out."""
