from sklearn.metrics import silhouette_score


def run(given, asked):
    return {"silhouette": float(silhouette_score(given["points"], given["labels"]))}
