"""People's data in texts: found, shown by place, masked; and counts of persons that are too small to be shown."""
