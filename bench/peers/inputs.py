"""Makes the inputs that both sides read: the same bytes for the same seed."""
import gzip
import pathlib

import numpy as np

IMAGES = 112_120
SEED = 20170101


def make(folder: pathlib.Path, table: pathlib.Path | None) -> None:
    """Writes every input; `table` is the real NIH table, or None to make one of the same shape."""
    folder.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(SEED)
    _pairs(folder, random)
    _clustered_pairs(folder, random)
    _matrix(folder, random)
    _crowd(folder, random)
    _table(folder, random, table)
    _scores(folder, random)
    _cohort(folder, random)
    _films(folder, random)


def make_network(folder: pathlib.Path) -> None:
    """DenseNet-121 with four outputs, its batch norms not as they start, as torch saves it; four images at 512, 16 bits; and what its tail might read."""
    import torch
    import torchvision
    torch.manual_seed(SEED)
    network = torchvision.models.densenet121(num_classes=4)
    for module in network.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            module.running_mean.normal_(0, .1)
            module.running_var.uniform_(.5, 1.5)
    torch.save(network.state_dict(), folder / "densenet.pth")
    random = np.random.default_rng(SEED)
    random.integers(0, 65536, (4, 512, 512), np.uint16).tofile(folder / "forward.u16")
    random.normal(size=(64, 992, 16, 16)).astype(np.float32).tofile(folder / "features.f32")


def _noisy(random, truth, accuracy, categories):
    guess = random.integers(0, categories, truth.size)
    return np.where(random.random(truth.size) < accuracy, truth, guess)


def _pairs(folder, random):
    """Two label sets on 112,120 images: 0 or 1."""
    truth = (random.random(IMAGES) < .12).astype(np.uint8)
    for name in "ab":
        _noisy(random, truth, .8, 2).astype(np.uint8).tofile(folder / f"pair_{name}.u8")


def _clustered_pairs(folder, random):
    """Two raters on 1,011 images of some 700 patients."""
    patient = np.sort(random.integers(0, 700, 1_011))
    patient = np.unique(patient, return_inverse=True)[1].astype(np.int32)
    tendency = random.normal(size=patient.max() + 1)
    truth = (tendency[patient] + random.normal(size=patient.size) > .7).astype(np.uint8)
    patient.tofile(folder / "patient.i32")
    for name in "ab":
        _noisy(random, truth, .8, 2).astype(np.uint8).tofile(folder / f"rated_{name}.u8")


def _matrix(folder, random):
    """Four raters, five grades, on 112,120 images: once complete, once with one rating in twenty missing (255). Rater by rater."""
    truth = random.choice(5, IMAGES, p=[.7, .08, .02, .08, .12]).astype(np.uint8)
    complete = np.stack([_noisy(random, truth, .75, 5) for _ in range(4)]).astype(np.uint8)
    complete.tofile(folder / "matrix_complete.u8")
    missing = complete.copy()
    missing[random.random(missing.shape) < .05] = 255
    missing.tofile(folder / "matrix_missing.u8")


def _crowd(folder, random):
    """A million labels: 200,000 items, each rated by five of fifty raters in one of three classes."""
    items, each, raters, classes = 200_000, 5, 50, 3
    truth = random.choice(classes, items, p=[.6, .25, .15])
    item = np.repeat(np.arange(items, dtype=np.int32), each)
    rater = np.argsort(random.random((items, raters)), axis=1)[:, :each].ravel().astype(np.int32)
    accuracy = random.uniform(.5, .95, raters)
    guess = random.integers(0, classes, item.size)
    label = np.where(random.random(item.size) < accuracy[rater], truth[item], guess).astype(np.uint8)
    item.tofile(folder / "crowd_item.i32")
    rater.tofile(folder / "crowd_rater.i32")
    label.tofile(folder / "crowd_label.u8")


def _table(folder, random, table):
    """The data entry table, and a second table of 2,000 of its images to join it with."""
    data = table.read_bytes() if table else gzip.compress(_made_up(random).encode(), 6)
    (folder / "table.csv.gz").write_bytes(data)
    lines = gzip.decompress(data).decode().splitlines()[1:]
    picked = random.choice(len(lines), 2_000, replace=False)
    rows = [f"{lines[i].split(',')[0]},{'YES' if random.random() < .2 else 'NO'}" for i in picked]
    (folder / "review.csv").write_text("\n".join(["Image Index,Reviewed"] + rows) + "\n")


def _scores(folder, random):
    """Scores against labels of prevalence .1: one set on a million images, two on 100,000, one on 10,000 images of some 2,700 patients."""
    def scored(items, strength):
        label = random.random(items) < .1
        return label, [1 / (1 + np.exp(-random.normal(size=items) - each * label)) for each in strength]

    label, (score,) = scored(1_000_000, [1])
    label.astype(np.uint8).tofile(folder / "million_label.u8")
    score.tofile(folder / "million_score.f64")
    label, (first, second) = scored(100_000, [1, .8])
    label.astype(np.uint8).tofile(folder / "pair_label.u8")
    first.tofile(folder / "pair_first.f64")
    second.tofile(folder / "pair_second.f64")
    label, (score,) = scored(10_000, [1])
    patient = np.unique(random.integers(0, 2_700, label.size), return_inverse=True)[1].astype(np.int32)
    label.astype(np.uint8).tofile(folder / "scored_label.u8")
    score.tofile(folder / "scored_score.f64")
    patient.tofile(folder / "scored_patient.i32")


def _cohort(folder, random):
    """112,120 images of 30,805 patients, some with many, and 15 findings that patients tend to keep. Finding by finding."""
    patients = 30_805
    weight = random.pareto(1.5, patients) + .1
    extra = random.choice(patients, IMAGES - patients, p=weight / weight.sum())
    patient = np.sort(np.concatenate([np.arange(patients), extra])).astype(np.int32)
    prevalence = np.array([.54, .18, .12, .1, .06, .05, .05, .04, .03, .025, .022, .02, .015, .013, .002])
    tendency = random.normal(size=(15, patients))[:, patient] + random.normal(size=(15, IMAGES))
    findings = tendency > np.quantile(tendency, 1 - prevalence, axis=1).diagonal()[:, None]
    patient.tofile(folder / "cohort_patient.i32")
    findings.astype(np.uint8).tofile(folder / "cohort_findings.u8")


def _films(folder, random):
    """Four 16-bit films of 2,500 x 3,000 pixels with a black border: smooth shapes, ribs, and the noise of a detector of 12 bits."""
    from PIL import Image
    y, x = np.ogrid[0:3000, 0:2500]
    lungs = sum(np.exp(-((x - centre) / 500.)**2 - ((y - 1400) / 900.)**2) for centre in (700, 1800))
    film = 600 + 2400 * lungs + 200 * np.sin(y / 80.) + random.normal(0, 12, lungs.shape)
    pixels = np.clip(np.rint(film), 0, 4095).astype(np.uint16) * 16
    pixels[:60], pixels[-40:], pixels[:, :50], pixels[:, -30:] = 0, 0, 0, 0
    Image.fromarray(pixels).save(folder / "film0.png")
    for copy in range(1, 4):
        (folder / f"film{copy}.png").write_bytes((folder / "film0.png").read_bytes())


def _made_up(random):
    header = ("Image Index,Finding Labels,Follow-up #,Patient ID,Patient Age,Patient Gender,View Position,"
              "OriginalImage[Width,Height],OriginalImagePixelSpacing[x,y]")
    names = np.array(["No Finding", "Effusion", "Atelectasis|Effusion", "Infiltration", "Mass|Nodule|Pneumothorax"])
    picked = names[random.choice(names.size, IMAGES, p=[.54, .15, .1, .16, .05])]
    ages = random.integers(1, 95, IMAGES)
    rows = [
        f"{n // 4 + 1:08d}_{n % 4:03d}.png,{picked[n]},{n % 4},{n // 4 + 1},{ages[n]},{'MF'[n // 4 % 2]},{('PA', 'AP')[n % 3 == 0]},2500,2048,0.168,0.168"
        for n in range(IMAGES)
    ]
    return "\n".join([header] + rows) + "\n"
