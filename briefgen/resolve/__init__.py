"""The second stage: join the records into the site for one audience at one instant.

What is withheld goes here, once; nothing later knows of it.
"""
