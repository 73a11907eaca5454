"""Scripted patients who talk to the receptionist over HTTP until their errand is done, and a judge who reads only the
clinic's file."""
