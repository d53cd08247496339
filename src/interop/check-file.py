def check_file(name, sha256):
    """Says when a file is not the one that the notebook was made with."""
    found = hashlib.sha256((DATA / name).read_bytes()).hexdigest()
    if found != sha256:
        print(f"{name} is not the file that the notebook was made with: expect other results")
