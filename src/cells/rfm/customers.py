DAY = pd.Timedelta(days=1)


def judge_orders(orders, roles, rules):
    """What the page makes of each row: "sale", "return", or why it is left out."""
    customer, when = orders[roles["customer"]], orders[roles["date"]]
    number = orders[roles["order"]] if "order" in roles else when.dt.floor("D")
    units = orders[roles["quantity"]] if "quantity" in roles else None
    each = orders[roles["price"]] if "price" in roles else None
    if "amount" in roles:
        money = orders[roles["amount"]].astype(float)
    else:
        money = each if units is None or each is None else units * each
    outcome = pd.Series("sale", index=orders.index)

    def mark(name, holds):
        outcome[(outcome == "sale") & holds.fillna(False)] = name

    mark("customer-missing", customer.isna())
    mark("date-missing", when.isna())
    if rules["reference"]:
        mark("after-reference", when >= pd.Timestamp(rules["reference"]) + DAY)
    mark("order-missing", number.isna())
    sign = units if money is None else money
    if sign is not None:
        mark("amount-missing", sign.isna())
        if rules["worthless"] == "leave-out":
            mark("worthless", sign == 0 if each is None else (sign == 0) | (each <= 0))
        mark("return", sign < 0 if units is None else (sign < 0) | (units < 0))
    for holds, gives_back in rules["cancelled"](orders):
        mark("return", holds)
        if money is not None and rules["returns"] != "keep":
            money = money.where(outcome != "return", gives_back(money))
    return pd.DataFrame({"customer": customer, "order": number, "when": when, "money": money, "outcome": outcome})


def summarize_customers(orders, roles, rules):
    """One row a customer: recency, frequency, monetary value and more; customers as first seen."""
    rows = judge_orders(orders, roles, rules)
    for role in ("category", "product"):
        rows[role] = orders[roles[role]] if role in roles else np.nan
    counted = rows[rows.outcome.isin(["sale", "return"])]
    sales = counted if rules["returns"] == "keep" else counted[counted.outcome == "sale"]
    by = sales.groupby("customer", sort=False)
    first_of_order = sales.groupby(["customer", "order"]).when.first().reset_index().sort_values(["customer", "when"])
    gaps = first_of_order.groupby("customer").when.diff() / DAY
    gap = gaps.groupby(first_of_order.customer)
    last, first = by.when.max(), by.when.min()
    reference = pd.Timestamp(rules["reference"]) if rules["reference"] else last.max().normalize() + DAY
    figures = pd.DataFrame({
        "recency": (reference - last).dt.days.clip(lower=0),
        "frequency": by.order.nunique(),
        "monetary": by.money.sum() if rows.money.notna().any() else np.nan,
        "tenure": (reference - first).dt.days.clip(lower=0),
        "first": first,
        "last": last,
        "categories": by["category"].nunique(),
        "products": by["product"].nunique(),
    })
    figures["meanGap"], figures["medianGap"] = gap.mean(), gap.median()
    if rules["returns"] == "net":
        back = counted[counted.outcome == "return"].groupby("customer").money.sum()
        figures["monetary"] += back.reindex(figures.index, fill_value=0)
    figures["basket"] = figures.monetary / figures.frequency
    everything = counted.groupby("customer").order.nunique()
    returned = counted[counted.outcome == "return"].groupby("customer").order.nunique()
    share = returned.reindex(figures.index, fill_value=0) / everything.reindex(figures.index)
    figures["returnsShare"] = share
    seen = counted.customer.drop_duplicates()
    return figures.loc[seen[seen.isin(figures.index)]]


def score(values, rule, edges, larger=True):
    """1 to 5, 5 the best."""
    if rule == "edges":
        above = sum((values > edge).astype(int) for edge in edges)
        return 1 + above if larger else 5 - above
    if values.nunique() == 1:
        return pd.Series(3, index=values.index)
    if rule == "share":
        return ((values.rank(method="min", ascending=larger) - 1) * 5 // len(values) + 1).astype(int)
    return pd.qcut(values.rank(method="first", ascending=larger), 5, labels=False) + 1


def rfm_group(scores, rules):
    """The group of the first rule that holds."""
    group = pd.Series(None, index=scores.index, dtype=object)
    for name, *ranges in rules:
        holds = pd.concat([scores[s].between(*r) for s, r in zip("rfm", ranges)], axis=1).all(axis=1)
        group[group.isna() & holds] = name
    return group
