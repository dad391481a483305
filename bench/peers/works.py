"""The same work by the tools that users would pick instead. Each work is loaded once and run many times; run() returns its values."""
import functools
import os
import pathlib
import time

import numpy as np


@functools.cache
def own_threads():
    """What torch takes by itself; asked before anybody sets it."""
    import torch
    return torch.get_num_threads()


def torch_on(threads=None):
    """
    torch on as many threads as there are cores, as ours. By itself it counts cores by their caches, and where a virtual machine does not describe those it takes
    one thread for two cores; on one thread it then also keeps 1 x 1 convolutions from oneDNN. Both matter more than all else that can be tuned.
    """
    import torch
    own_threads()
    torch.set_num_threads(threads or len(os.sched_getaffinity(0)))
    return torch


class Kappa:
    """Cohen's kappa of two arrays by scikit-learn."""

    def __init__(self, folder: pathlib.Path):
        self.a = np.fromfile(folder / "pair_a.u8", np.uint8).astype(np.int64)
        self.b = np.fromfile(folder / "pair_b.u8", np.uint8).astype(np.int64)

    def run(self):
        from sklearn.metrics import cohen_kappa_score
        return [cohen_kappa_score(self.a, self.b)]


class Bootstrap:
    """10,000 kappas of resampled patients in numpy: counts per patient once, then multinomial weights times counts, in blocks."""

    RESAMPLES, BLOCK = 10_000, 1_000

    def __init__(self, folder: pathlib.Path):
        self.patient = np.fromfile(folder / "patient.i32", np.int32)
        self.a = np.fromfile(folder / "rated_a.u8", np.uint8)
        self.b = np.fromfile(folder / "rated_b.u8", np.uint8)

    def run(self):
        patients = int(self.patient.max()) + 1
        counts = np.zeros((patients, 4))
        np.add.at(counts, (self.patient, 2 * self.a + self.b), 1)
        random = np.random.default_rng(1)
        kappas = np.concatenate([self._block(random, counts) for _ in range(self.RESAMPLES // self.BLOCK)])
        return [*np.percentile(kappas, [2.5, 97.5])]

    def _block(self, random, counts):
        patients = len(counts)
        drawn = random.integers(0, patients, (self.BLOCK, patients), dtype=np.int32)
        offsets = (np.arange(self.BLOCK, dtype=np.int32) * patients)[:, None]
        weights = np.bincount((drawn + offsets).ravel(), minlength=self.BLOCK * patients).reshape(self.BLOCK, patients)
        n00, n01, n10, n11 = (weights @ counts).T
        n = n00 + n01 + n10 + n11
        chance = ((n00 + n01) * (n00 + n10) + (n10 + n11) * (n01 + n11)) / n**2
        return ((n00 + n11) / n - chance) / (1 - chance)


class Alpha:
    """Nominal Krippendorff's alpha in numpy by the coincidence matrix, as textbooks give it: o_ck = sum over units of n_uc n_uk / (m_u - 1)."""

    CATEGORIES = 5

    def __init__(self, folder: pathlib.Path):
        self.ratings = np.fromfile(folder / "matrix_missing.u8", np.uint8).reshape(4, -1)

    def run(self):
        counts = np.stack([(self.ratings == category).sum(axis=0) for category in range(self.CATEGORIES)], axis=1).astype(float)
        rated = counts.sum(axis=1)
        pairable = rated >= 2
        counts, rated = counts[pairable], rated[pairable]
        scaled = counts / (rated - 1)[:, None]
        coincidence = scaled.T @ counts - np.diag(scaled.sum(axis=0))
        marginal = coincidence.sum(axis=0)
        total = marginal.sum()
        observed = total - np.trace(coincidence)
        expected = (total**2 - (marginal**2).sum()) / (total - 1)
        return [1 - observed / expected]


class Fleiss:
    """Fleiss' kappa of four raters by statsmodels."""

    def __init__(self, folder: pathlib.Path):
        self.ratings = np.fromfile(folder / "matrix_complete.u8", np.uint8).reshape(4, -1).T.astype(np.int64)

    def run(self):
        from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa
        return [fleiss_kappa(aggregate_raters(self.ratings)[0])]


class DawidSkene:
    """20 iterations of Dawid and Skene's EM in numpy, sums by bincount; returns the class prevalences and the last log-likelihood."""

    ITERATIONS, CLASSES, SMOOTHING = 20, 3, 0.0

    def __init__(self, folder: pathlib.Path):
        self.item = np.fromfile(folder / "crowd_item.i32", np.int32)
        self.rater = np.fromfile(folder / "crowd_rater.i32", np.int32)
        self.label = np.fromfile(folder / "crowd_label.u8", np.uint8)

    def run(self):
        items, raters, classes = int(self.item.max()) + 1, int(self.rater.max()) + 1, self.CLASSES
        vote = self.item.astype(np.int64) * classes + self.label
        posterior = np.bincount(vote, minlength=items * classes).reshape(items, classes).astype(float)
        posterior /= posterior.sum(axis=1, keepdims=True)
        cell = self.rater.astype(np.int64) * classes + self.label
        for _ in range(self.ITERATIONS):
            prevalence = posterior.mean(axis=0)
            confusion = np.stack([
                np.bincount(cell, weights=posterior[self.item, true], minlength=raters * classes).reshape(raters, classes)
                for true in range(classes)])
            confusion /= confusion.sum(axis=2, keepdims=True)
            logs = np.log(confusion)
            joint = np.stack([
                np.bincount(self.item, weights=logs[true].ravel()[cell], minlength=items)
                for true in range(classes)], axis=1) + np.log(prevalence)
            top = joint.max(axis=1, keepdims=True)
            posterior = np.exp(joint - top)
            total = posterior.sum(axis=1, keepdims=True)
            likelihood = float((np.log(total) + top).sum())
            posterior /= total
        return [*prevalence, likelihood]


class Table:
    """The data entry table read and joined with a second table by pandas; returns the rows, the sum of ages and the reviewed positives."""

    def __init__(self, folder: pathlib.Path):
        self.folder = folder

    def run(self):
        import pandas as pd
        images = pd.read_csv(self.folder / "table.csv.gz")
        joined = images.merge(pd.read_csv(self.folder / "review.csv"), on="Image Index")
        return [float(len(images)), float(len(joined)), float(joined["Patient Age"].sum()), float((joined["Reviewed"] == "YES").sum())]


class Auc:
    """The AUC by scikit-learn."""

    def __init__(self, folder: pathlib.Path):
        self.label = np.fromfile(folder / "million_label.u8", np.uint8)
        self.score = np.fromfile(folder / "million_score.f64")

    def run(self):
        from sklearn.metrics import roc_auc_score
        return [roc_auc_score(self.label, self.score)]


class DeLong:
    """DeLong's paired test by midranks (Sun and Xu 2014) in numpy, the ranks of ties in a loop as the programs that circulate have it."""

    def __init__(self, folder: pathlib.Path):
        self.label = np.fromfile(folder / "pair_label.u8", np.uint8) != 0
        self.scores = [np.fromfile(folder / f"pair_{name}.f64") for name in ("first", "second")]

    def run(self):
        v10, v01 = zip(*(self._components(score) for score in self.scores))
        covariance = np.cov(v10) / self.label.sum() + np.cov(v01) / (~self.label).sum()
        difference = np.mean(v10[0]) - np.mean(v10[1])
        return [difference, np.sqrt(covariance[0, 0] + covariance[1, 1] - 2 * covariance[0, 1])]

    def _components(self, score):
        positive, negative = score[self.label], score[~self.label]
        ranks = self._midranks(np.concatenate([positive, negative]))
        above = (ranks[:positive.size] - self._midranks(positive)) / negative.size
        below = 1 - (ranks[positive.size:] - self._midranks(negative)) / positive.size
        return above, below

    @staticmethod
    def _midranks(values):
        order = np.argsort(values)
        ordered, ranks = values[order], np.empty(values.size)
        start = 0
        while start < values.size:
            end = start + 1
            while end < values.size and ordered[end] == ordered[start]:
                end += 1
            ranks[order[start:end]] = (start + end + 1) / 2
            start = end
        return ranks


class AucBootstrap:
    """200 AUCs of resampled patients by scikit-learn: the images of the drawn patients, then roc_auc_score."""

    RESAMPLES = 200

    def __init__(self, folder: pathlib.Path):
        self.label = np.fromfile(folder / "scored_label.u8", np.uint8)
        self.score = np.fromfile(folder / "scored_score.f64")
        self.patient = np.fromfile(folder / "scored_patient.i32", np.int32)

    def run(self):
        from sklearn.metrics import roc_auc_score
        order = np.argsort(self.patient, kind="stable")
        images = np.split(order, np.cumsum(np.bincount(self.patient))[:-1])
        random = np.random.default_rng(1)
        areas = []
        for _ in range(self.RESAMPLES):
            drawn = np.concatenate([images[patient] for patient in random.integers(0, len(images), len(images))])
            areas.append(roc_auc_score(self.label[drawn], self.score[drawn]))
        return [*np.percentile(areas, [2.5, 97.5])]


class Split:
    """Iterative stratification of patients (Sechidis and others 2011) in Python over numpy counts; returns the shares of images."""

    SHARES = np.array([.7, .1, .2])

    def __init__(self, folder: pathlib.Path):
        self.patient = np.fromfile(folder / "cohort_patient.i32", np.int32)
        self.findings = np.fromfile(folder / "cohort_findings.u8", np.uint8).reshape(15, -1)

    def run(self):
        size = np.bincount(self.patient)
        counts = np.stack([np.bincount(self.patient, weights=finding) for finding in self.findings] + [size], axis=1)
        wanted = counts.sum(axis=0)[None, :] * self.SHARES[:, None]
        given, left = np.zeros(3), counts > 0
        open_patients = np.ones(size.size, bool)
        while open_patients.any():
            remaining = left.sum(axis=0)
            column = int(np.argmin(np.where(remaining > 0, remaining, size.size + 1)))
            chosen = np.flatnonzero(left[:, column])
            for patient in chosen[np.argsort(-counts[chosen, column], kind="stable")]:
                part = int(np.argmax(wanted[:, column]))
                wanted[part] -= counts[patient]
                given[part] += size[patient]
            open_patients[chosen], left[chosen] = False, False
        return [*(given / size.sum())]


class Preprocess:
    """Films as the NEATX paper prepares them, in scikit-image, step by step as its script has them, one after the other."""

    SIZE = 512

    def __init__(self, folder: pathlib.Path, films: int = 4):
        self.paths = [folder / f"film{film}.png" for film in range(films)]

    def run(self):
        prepared = [self._prepare(path) for path in self.paths]
        return [value for film in prepared for value in (film.mean(), film[200, 150], film[400, 300])]

    def _prepare(self, path):
        from skimage.io import imread
        film = imread(path)
        highest, lowest = film.max(), film.min()
        places = np.argwhere(film != lowest)
        (top, left), (bottom, right) = places.min(axis=0), places.max(axis=0) + 1
        return self._pad(self._resize(film[top:bottom, left:right])) / highest

    def _resize(self, film):
        from skimage.transform import resize
        return resize(film, self._fit(film.shape), preserve_range=True)

    def _fit(self, shape):
        return tuple(side * self.SIZE // max(shape) for side in shape)

    def _pad(self, film):
        target = np.zeros((self.SIZE, self.SIZE))
        top, left = (self.SIZE - film.shape[0]) // 2, (self.SIZE - film.shape[1]) // 2
        target[top:top + film.shape[0], left:left + film.shape[1]] = film
        return target


class PreprocessPil(Preprocess):
    """The same by PIL, with its own kernel (a triangle as wide as the film shrinks)."""

    def _prepare(self, path):
        from PIL import Image
        film = Image.open(path)
        film = Image.fromarray(np.asarray(film).astype(np.float32))
        lowest, highest = film.getextrema()
        film = film.crop(film.point(lambda value: value * 1 - lowest).getbbox())
        height, width = self._fit(film.size[::-1])
        return self._pad(np.asarray(film.resize((width, height), Image.Resampling.BILINEAR))) / highest


class Forward:
    """DenseNet-121 by torch and torchvision: four images at 512, inference mode, all cores, in the layout that is the faster here; returns the logits."""

    LAYOUTS = ("contiguous_format",)

    def __init__(self, folder: pathlib.Path):
        self.torch = torch_on()
        import torchvision
        self.network = torchvision.models.densenet121(num_classes=4)
        self.network.load_state_dict(self.torch.load(folder / "densenet.pth"))
        self.network.eval()
        films = np.fromfile(folder / "forward.u16", np.uint16).reshape(4, 1, 512, 512).astype(np.float32) / 65535
        self.images = self.torch.from_numpy(films).expand(4, 3, 512, 512).contiguous()
        use_faster_layout(self)

    def use(self, layout):
        self.network = self.network.to(memory_format=layout)
        self.images = self.images.contiguous(memory_format=layout)

    def run(self):
        with self.torch.inference_mode():
            return self.network(self.images).flatten().tolist()


class ForwardTuned(Forward):
    """The same with channels last where that is faster; jemalloc is the process's."""

    LAYOUTS = ("contiguous_format", "channels_last")


class Untouched:
    """A work on the threads that torch takes by itself."""

    def run(self):
        torch_on(own_threads())
        try:
            return super().run()
        finally:
            torch_on()


class ForwardUntouched(Untouched, Forward):
    pass


def use_faster_layout(work):
    """The best of three runs in each of the work's layouts; one layout is taken as it is."""
    def seconds(layout):
        work.use(getattr(work.torch, layout))
        times = []
        for _ in range(4):
            begin = time.perf_counter()
            work.run()
            times.append(time.perf_counter() - begin)
        return min(times[1:])

    layouts = {layout: seconds(layout) for layout in work.LAYOUTS} if len(work.LAYOUTS) > 1 else {work.LAYOUTS[0]: 0}
    work.use(getattr(work.torch, min(layouts, key=layouts.get)))


class Recipe:
    """A step of the paper's recipe by torch and torchvision as they are: the whole network runs for each batch, its last dense layer, norm and output learn."""

    IMAGES, TRAINED = 32, ("features.denseblock4.denselayer16.", "features.norm5.", "classifier.")

    def __init__(self, folder: pathlib.Path):
        self.torch = torch_on()
        import torchvision
        self.network = torchvision.models.densenet121(num_classes=4)
        self.network.load_state_dict(self.torch.load(folder / "densenet.pth"))
        self.network.eval()
        trained = [name.startswith(self.TRAINED) for name, _ in self.network.named_parameters()]
        for learns, parameter in zip(trained, self.network.parameters()):
            parameter.requires_grad_(learns)
        for name in ("denseblock4.denselayer16", "norm5"):
            self.network.features.get_submodule(name).train()
        self.optimiser = self.torch.optim.Adam([each for each in self.network.parameters() if each.requires_grad], lr=1e-4)
        films = np.fromfile(folder / "forward.u16", np.uint16).reshape(4, 1, 512, 512).astype(np.float32) / 65535
        self.images = self.torch.from_numpy(films).expand(4, 3, 512, 512).repeat(self.IMAGES // 4, 1, 1, 1)
        self.labels = self.torch.tensor([[image >> finding & 1 for finding in range(4)] for image in range(self.IMAGES)], dtype=self.torch.float32)

    def run(self):
        self.optimiser.zero_grad()
        loss = self.torch.nn.functional.binary_cross_entropy_with_logits(self.network(self.images), self.labels)
        loss.backward()
        self.optimiser.step()
        return [loss.item()]


class Tail:
    """An epoch of DenseNet-121's last dense layer, norm and output by torch and torchvision, on features in memory: two batches of 32, Adam."""

    LAYOUTS = ("contiguous_format",)

    def __init__(self, folder: pathlib.Path):
        self.torch = torch_on()
        import torchvision
        network = torchvision.models.densenet121(num_classes=4)
        network.load_state_dict(self.torch.load(folder / "densenet.pth"))
        self.layer, self.norm, self.output = network.features.denseblock4.denselayer16, network.features.norm5, network.classifier
        self.tail = self.torch.nn.ModuleList([self.layer, self.norm, self.output]).train()
        self.start = {name: value.clone() for name, value in self.tail.state_dict().items()}
        self.features = self.torch.from_numpy(np.fromfile(folder / "features.f32", np.float32).reshape(64, 992, 16, 16))
        self.labels = self.torch.tensor([[image >> finding & 1 for finding in range(4)] for image in range(64)], dtype=self.torch.float32)
        use_faster_layout(self)

    def use(self, layout):
        self.tail.to(memory_format=layout)
        self.features = self.features.contiguous(memory_format=layout)

    def run(self):
        functional = self.torch.nn.functional
        self.tail.load_state_dict(self.start)
        optimiser = self.torch.optim.Adam(self.tail.parameters(), lr=1e-4)
        losses = []
        for first in (0, 32):
            features, labels = self.features[first:first + 32], self.labels[first:first + 32]
            joined = self.torch.cat([features, self.layer(features)], 1)
            pooled = functional.adaptive_avg_pool2d(functional.relu(self.norm(joined), inplace=True), 1).flatten(1)
            loss = functional.binary_cross_entropy_with_logits(self.output(pooled), labels)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            losses.append(loss.item())
        return losses


class TailTuned(Tail):
    """The same in the layout that is the faster here; jemalloc is the process's."""

    LAYOUTS = ("contiguous_format", "channels_last")


class TailUntouched(Untouched, Tail):
    pass


ALL = {
    "densenet-tail": Tail, "densenet-tail-untouched": TailUntouched, "densenet-tail-tuned": TailTuned,
    "recipe-torch": Recipe,
    "densenet-forward": Forward, "densenet-tuned": ForwardTuned, "densenet-untouched": ForwardUntouched,
    "preprocess": Preprocess, "preprocess-pil": PreprocessPil, "preprocess-one": lambda folder: Preprocess(folder, films=1),
    "auc": Auc, "delong": DeLong, "auc-bootstrap": AucBootstrap, "split": Split,
    "kappa": Kappa, "bootstrap": Bootstrap, "alpha": Alpha, "fleiss": Fleiss, "dawid-skene": DawidSkene,
    "table": Table, "catalog": Table,
}
