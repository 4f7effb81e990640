"""Files of the folder of media, cleaned and sized."""
