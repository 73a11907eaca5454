"""The optional AI provider: it may help to understand and to word, and it never decides.

`assistant` is what a turn sees of it. What leaves the clinic goes through `minimise`, what comes back is checked by
`proposal` and `wording`, and `provider` sees to it that a turn waits no longer than it may.
"""
