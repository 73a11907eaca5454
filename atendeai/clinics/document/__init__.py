"""How a context document is read: a walk over its objects, the values in them, and one module per section."""
