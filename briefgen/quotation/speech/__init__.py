"""Who says what, in English prose. It guesses as a careful reader would at first sight, says where
it is unsure, and leaves the rest to the curator.
"""
