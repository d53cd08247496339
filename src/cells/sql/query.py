def query(statement, tables, types):
    """Asks DuckDB, on one thread so that rows keep their order where the statement leaves it open."""
    with duckdb.connect(config={"threads": 1}) as database:
        for name, table in tables.items():
            database.register(name, table)
        found = database.execute(statement).df()
    found.columns = list(types)
    for name, kind in types.items():
        if kind in ("number", "boolean"):
            found[name] = found[name].astype(float)
        elif kind == "date":
            found[name] = pd.to_datetime(found[name])
    return found
