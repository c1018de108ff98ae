"""PyTorch beside the toolkit: training steps of PSTL, SkeletonCLR and AimCLR as their published code computes them.

Networks, losses and updates are in the published form: graph products by einsum, dropout in layers 1 to 9, the anchor
projected twice and a D x D correlation matrix for PSTL, a queue of columns for the others. Two things are kinder to
this side than the published code: views are drawn for a whole batch by tensor operations (there SkeletonCLR and AimCLR
draw them clip by clip in NumPy), and the loss makes fewer copies of the D x D matrix. Joints are masked nine different
ones at a time, as the paper says and as the other side does, so that both sides have the same graph to work on.

"prepare FOLDER" takes weights, clips and ready views from there; FOLDER's last name is the method. It computes the
loss of these views without dropout. Then each operation is a whole training step on the next clips: views, forward,
backward, update.
"""
# needs: python3-torch=torch
import math
import os
import random
import struct

import torch
import torch.nn.functional as functional
from peer import serve
from torch import nn

BATCH, FRAMES, JOINTS = 64, 50, 25
EDGES = (
    (1, 2), (2, 21), (3, 21), (4, 3), (5, 21), (6, 5), (7, 6), (8, 7), (9, 21), (10, 9), (11, 10), (12, 11),
    (13, 1), (14, 13), (15, 14), (16, 15), (17, 1), (18, 17), (19, 18), (20, 19), (22, 23), (23, 8), (24, 25), (25, 12),
)
CENTRE = 20
FLIPPED = [0, 1, 2, 3, 8, 9, 10, 11, 4, 5, 6, 7, 16, 17, 18, 19, 12, 13, 14, 15, 20, 23, 24, 21, 22]
WIDTHS = ((3, 16, 1), (16, 16, 1), (16, 16, 1), (16, 16, 1), (16, 32, 2), (32, 32, 1), (32, 32, 1), (32, 64, 2),
          (64, 64, 1), (64, 256, 1))

torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "1")))


# ---- files

def read(path, *shape):
    """A tensor of its own: the mapped file must not count as memory for long."""
    return torch.from_file(str(path), size=math.prod(shape), dtype=torch.float32).reshape(shape).clone()


def load(module, folder, name):
    lines = [line.split() for line in (folder / f"{name}.txt").read_text().splitlines()]
    shapes = {key: tuple(map(int, sizes)) for key, *sizes in lines}
    targets = dict(module.named_parameters())
    if {key: tuple(value.shape) for key, value in targets.items()} != shapes:
        raise ValueError(f"the weights of {name} are not those of this network")
    whole = torch.from_file(str(folder / f"{name}.f32"), size=sum(map(math.prod, shapes.values())), dtype=torch.float32)
    at = 0
    with torch.no_grad():
        for key, shape in shapes.items():
            size = math.prod(shape)
            targets[key].copy_(whole[at:at + size].reshape(shape))
            at += size
    return module


class Number:
    """One number, written as a NumPy array would be: newer PyTorch comes without NumPy."""

    def __init__(self, value):
        self.value = value

    def astype(self, _):
        return self

    def tofile(self, path):
        path.write_bytes(struct.pack("<f", self.value))


# ---- networks

def graph():
    links = torch.eye(JOINTS)
    for first, second in EDGES:
        links[first - 1, second - 1] = links[second - 1, first - 1] = 1
    # Distances beyond one hop are infinite in the published code, and infinities are equal.
    hops = [0.0 if v == CENTRE else 1.0 if links[v, CENTRE] else math.inf for v in range(JOINTS)]
    normal = links / links.sum(0, keepdim=True)
    parts = torch.zeros(3, JOINTS, JOINTS)
    for v in range(JOINTS):
        for w in range(JOINTS):
            if links[v, w]:
                parts[0 if v == w else 1 if hops[v] >= hops[w] else 2, v, w] = normal[v, w]
    return parts


class GraphConvolution(nn.Module):
    def __init__(self, into, out):
        super().__init__()
        self.conv = nn.Conv2d(into, 3 * out, 1)

    def forward(self, x, adjacency):
        y = self.conv(x)
        n, groups, frames, joints = y.shape
        return torch.einsum("nkctv,kvw->nctw", y.view(n, 3, groups // 3, frames, joints), adjacency).contiguous()


class Layer(nn.Module):
    def __init__(self, number, into, out, stride):
        super().__init__()
        self.gcn = GraphConvolution(into, out)
        self.tcn = nn.Sequential(
            nn.BatchNorm2d(out),
            nn.ReLU(inplace=True),
            nn.Conv2d(out, out, (9, 1), (stride, 1), (4, 0)),
            nn.BatchNorm2d(out),
            nn.Dropout(0.5 if number else 0, inplace=True),
        )
        self.first = number == 0
        plain = into == out and stride == 1
        self.residual = None if self.first or plain else nn.Sequential(
            nn.Conv2d(into, out, 1, (stride, 1)), nn.BatchNorm2d(out))

    def forward(self, x, adjacency):
        y = self.tcn(self.gcn(x, adjacency))
        if not self.first:
            y = y + (x if self.residual is None else self.residual(x))
        return functional.relu(y, inplace=True)


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.register_buffer("adjacency", graph())
        self.data_bn = nn.BatchNorm1d(3 * JOINTS)
        self.st_gcn_networks = nn.ModuleList(Layer(i, *widths) for i, widths in enumerate(WIDTHS))
        self.edge_importance = nn.ParameterList(
            nn.Parameter(torch.ones(3, JOINTS, JOINTS)) for _ in WIDTHS)

    def maps(self, x, masked=()):
        n, c, t, v, m = x.shape
        x = x.permute(0, 4, 3, 1, 2).contiguous().view(n * m, v * c, t)
        x = self.data_bn(x).view(n * m, v, c, t).permute(0, 2, 3, 1).contiguous()
        kept = [joint for joint in range(v) if joint not in masked]
        if masked:
            x = x[:, :, :, kept]
        for layer, importance in zip(self.st_gcn_networks, self.edge_importance):
            adjacency = self.adjacency * importance
            if masked:
                adjacency = adjacency[:, kept][:, :, kept]
            x = layer(x, adjacency)
        return x

    def pool(self, maps, n):
        return functional.avg_pool2d(maps, maps.shape[2:]).view(n, -1, maps.shape[1]).mean(1)

    def forward(self, x, masked=()):
        return self.pool(self.maps(x, masked), x.shape[0])


class Projector(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.linear = nn.ModuleList(nn.Linear(256 if i == 0 else width, width, bias=False) for i in range(3))
        self.norm = nn.ModuleList(nn.BatchNorm1d(width, affine=i < 2) for i in range(3))

    def forward(self, x):
        for i in range(3):
            x = self.norm[i](self.linear[i](x))
            x = functional.relu(x, inplace=True) if i < 2 else x
        return x


class Head(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Sequential(nn.Linear(256, 256), nn.ReLU(), nn.Linear(256, 128))

    def forward(self, features):
        return functional.normalize(self.fc(features), dim=1)


# ---- views, of (N, C, T, V, M)

def crop(x, start):
    pad = x.shape[2] // 6
    padded = torch.cat([x[:, :, :pad].flip(2), x, x[:, :, -pad:].flip(2)], 2)
    if isinstance(start, int):
        return padded[:, :, start:start + x.shape[2]].clone()
    frames = start[:, None] + torch.arange(x.shape[2])
    return padded.gather(2, frames[:, None, :, None, None].expand(x.shape))


def sheared(n, amplitude):
    matrix = torch.empty(n, 3, 3).uniform_(-amplitude, amplitude)
    matrix[:, range(3), range(3)] = 1
    return matrix


def rotations(n):
    """Three matrices each, about x, y and z; one axis turns far, the others little."""
    angles = torch.rand(n, 3) * math.radians(1)
    main = torch.randint(3, (n,))
    angles[range(n), main] *= 30
    turns = []
    for axis in range(3):
        matrix = torch.eye(3).repeat(n, 1, 1)
        i, j = ((1, 2), (0, 2), (0, 1))[axis]
        sign = -1 if axis == 1 else 1
        matrix[:, i, i] = matrix[:, j, j] = angles[:, axis].cos()
        matrix[:, i, j] = sign * angles[:, axis].sin()
        matrix[:, j, i] = -sign * angles[:, axis].sin()
        turns.append(matrix)
    return turns


def together(x):
    """PSTL's: one draw for the batch."""
    x = crop(x, random.randint(0, 2 * (FRAMES // 6)))
    for matrix in (sheared(1, 1), *rotations(1)):
        x = torch.einsum("nctvm,cd->ndtvm", x, matrix[0])
    return x[:, :, :, FLIPPED] if random.random() < 0.5 else x


def each(x, matrices):
    for matrix in matrices:
        x = torch.einsum("nctvm,ncd->ndtvm", x, matrix)
    return x


def normal(x):
    """SkeletonCLR's: a draw for each clip."""
    n = x.shape[0]
    return each(crop(x, torch.randint(0, 2 * (FRAMES // 6) + 1, (n,))), [sheared(n, 0.5)])


def extreme(x):
    """AimCLR's: a draw for each clip, half of them with flip, noise, blur, masked axis each."""
    n = x.shape[0]
    half = torch.rand(4, n, 1, 1, 1, 1) < 0.5
    x = normal(x)
    x = torch.where(half[0], x[:, :, :, FLIPPED], x)
    x = each(x, rotations(n))
    x = torch.where(half[1], x + 0.01 * torch.randn_like(x), x)
    sigma = torch.empty(n, 1).uniform_(0.1, 2)
    bell = torch.exp(-torch.arange(-7.0, 8.0).square() / (2 * sigma.square()))
    rows = x.permute(1, 3, 4, 0, 2).reshape(-1, n, FRAMES)
    blurred = functional.conv1d(rows, bell[:, None], padding=7, groups=n)
    blurred = blurred.view(3, JOINTS, -1, n, FRAMES).permute(3, 0, 4, 1, 2)
    x = torch.where(half[2], blurred, x)
    axis = torch.arange(3)[None] == torch.randint(3, (n, 1))
    return torch.where(half[3] & axis[:, :, None, None, None], torch.zeros(()), x)


def calm(x):
    """Motion attention: forty calm frames of each clip, thirty places of these for all."""
    motion = torch.zeros(x.shape[0], FRAMES)
    motion[:, :-1] = (x[:, :, 1:] - x[:, :, :-1]).square().mean((1, 3, 4))
    quiet = motion.argsort(1)[:, :40].sort(1).values[:, sorted(random.sample(range(40), 30))]
    return x.gather(2, quiet[:, None, :, None, None].expand(-1, 3, -1, JOINTS, x.shape[4]))


def central_joints():
    entries = [joint - 1 for edge in EDGES for joint in edge]
    masked = set()
    while len(masked) < 9:
        masked.add(random.choice(entries))
    return sorted(masked)


# ---- methods

class Pstl:
    def __init__(self, folder):
        width = int((folder / "projector.txt").read_text().split()[1])
        self.encoder = load(Encoder(), folder, "encoder")
        self.projector = load(Projector(width), folder, "projector")
        self.optimiser = torch.optim.Adam(self.parameters(), lr=5e-3, weight_decay=1e-5)

    def parameters(self):
        return [*self.encoder.parameters(), *self.projector.parameters()]

    def modules(self):
        return [self.encoder, self.projector]

    def ready(self, folder):
        shape = (BATCH, 3, FRAMES, JOINTS, 1)
        fewer = read(folder / "temporal.f32", BATCH, 3, FRAMES - 20, JOINTS, 1)
        joints = [int(word) for word in (folder / "joints.txt").read_text().split()]
        return self.loss(read(folder / "view0.f32", *shape), fewer, read(folder / "view2.f32", *shape), joints)

    def views(self, x):
        return together(x), calm(together(x)), together(x), central_joints()

    def loss(self, anchor, fewer_frames, fewer_joints, joints):
        anchor = self.encoder(anchor)
        fewer_frames = self.encoder(fewer_frames)
        fewer_joints = self.encoder(fewer_joints, joints)
        return self.twins(anchor, fewer_frames) + self.twins(anchor, fewer_joints)

    def twins(self, first, second):
        first, second = self.projector(first), self.projector(second)
        matrix = torch.mm(first.T, second) / first.shape[0]
        diagonal = matrix.diagonal()
        off = matrix.square().sum() - diagonal.square().sum()
        return (diagonal - 1).square().sum() + 2e-4 * off

    def updated(self):
        pass


class SkeletonClr:
    def __init__(self, folder):
        self.encoder = load(Encoder(), folder, "encoder")
        self.head = load(Head(), folder, "head")
        self.key_encoder = load(Encoder(), folder, "key-encoder")
        self.key_head = load(Head(), folder, "key-head")
        self.queue = read(folder / "queue.f32", 32768, 128).T.contiguous()
        self.place = 0
        self.optimiser = torch.optim.SGD(self.parameters(), lr=0.1, momentum=0.9, weight_decay=1e-4)

    def parameters(self):
        return [*self.encoder.parameters(), *self.head.parameters()]

    def modules(self):
        return [self.encoder, self.head, self.key_encoder, self.key_head]

    def ready(self, folder):
        shape = (BATCH, 3, FRAMES, JOINTS, 1)
        names = [f"view{i}.f32" for i in range(3) if (folder / f"view{i}.f32").exists()]
        return self.loss(*(read(folder / name, *shape) for name in names))

    def views(self, x):
        return normal(x), normal(x)

    @torch.no_grad()
    def key(self, x):
        pairs = ((self.encoder, self.key_encoder), (self.head, self.key_head))
        for query, key in pairs:
            for source, target in zip(query.parameters(), key.parameters()):
                target.data = target.data * 0.999 + source.data * 0.001
        self.keys = self.key_head(self.key_encoder(x))
        return self.keys

    def logits(self, query, key):
        own = torch.einsum("nc,nc->n", query, key)[:, None]
        return torch.cat([own, torch.einsum("nc,ck->nk", query, self.queue.clone().detach())], 1) / 0.07

    def loss(self, query, key):
        query = self.head(self.encoder(query))
        logits = self.logits(query, self.key(key))
        return functional.cross_entropy(logits, torch.zeros(len(logits), dtype=torch.long))

    def updated(self):
        with torch.no_grad():
            self.queue[:, self.place:self.place + BATCH] = self.keys.T
        self.place = (self.place + BATCH) % self.queue.shape[1]


class AimClr(SkeletonClr):
    def views(self, x):
        return normal(x), normal(x), extreme(x)

    def loss(self, query, key, strong):
        n = query.shape[0]
        maps = self.encoder.maps(strong)
        query = self.head(self.encoder(query))
        whole = self.head(self.encoder.pool(maps, n))
        dropped = self.head(self.encoder.pool(self.without_prominent(maps), n))
        key = self.key(key)
        logits = self.logits(query, key)
        teacher = functional.softmax(logits.detach(), 1)
        info = functional.cross_entropy(logits, torch.zeros(n, dtype=torch.long))
        students = [functional.log_softmax(self.logits(each, key), 1) for each in (whole, dropped)]
        return info + sum(-(teacher * student).sum(1).mean() for student in students) / 2

    @staticmethod
    def without_prominent(maps):
        with torch.no_grad():
            count = maps.shape[2] * maps.shape[3] - 1
            squares = (maps - maps.mean((2, 3), keepdim=True)).square()
            energy = squares / (4 * (squares.sum((2, 3), keepdim=True) / count + 1e-4)) + 0.5
            attention = torch.sigmoid(energy)
            joints = (attention.mean((1, 2), keepdim=True) < 0.7).float()
            single = (attention < 0.7).float()
        maps = maps * joints * (joints.numel() / joints.sum())
        return maps * single * (single.numel() / single.sum())


METHODS = {"pstl": Pstl, "skeletonclr": SkeletonClr, "aimclr": AimClr}


class Training:
    """Called first: the loss of ready views without dropout. Called later: a training step on the next clips."""

    def __init__(self, folder):
        torch.manual_seed(1)
        random.seed(1)
        self.method = METHODS[folder.name](folder)
        self.folder = folder
        size = (folder / "clips.f32").stat().st_size // (4 * 3 * FRAMES * JOINTS)
        self.clips = read(folder / "clips.f32", size, 3, FRAMES, JOINTS, 1)
        self.at = 0

    def __call__(self):
        if self.folder is not None:
            value = self.check()
            self.folder = None
            return Number(value)
        batch = self.clips[self.at:self.at + BATCH]
        self.at = (self.at + BATCH) % len(self.clips)
        self.method.optimiser.zero_grad()
        loss = self.method.loss(*self.method.views(batch))
        loss.backward()
        self.method.optimiser.step()
        self.method.updated()
        if not math.isfinite(loss.item()):
            raise ValueError(f"the loss became {loss.item()}")
        return None

    def check(self):
        drops = [part for module in self.method.modules() for part in module.modules() if isinstance(part, nn.Dropout)]
        rates = [drop.p for drop in drops]
        for drop in drops:
            drop.p = 0.0
        with torch.no_grad():
            value = self.method.ready(self.folder).item()
        for drop, rate in zip(drops, rates):
            drop.p = rate
        return value


serve(f"torch-{torch.__version__}", Training)
