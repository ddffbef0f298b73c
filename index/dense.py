"""Search by meaning: llama-index over Chroma. No other module imports either.

Nodes carry our own place as id: llama-index finds offsets by looking for the text, and takes the first of two equal
ones. Vectors are made by us (`index.vectors`), so Chroma never embeds anything; nothing here needs a language model.

Chroma is embedded (a folder) unless the operator names a server in `COOPSANTE_CHROMA`, as `host:port`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, cast

import chromadb
import httpx
from chromadb.api.client import Client
from chromadb.config import Settings
from chromadb.errors import ChromaError, NotFoundError
from llama_index.core import VectorStoreIndex
from llama_index.core.bridge.pydantic import PrivateAttr
from llama_index.core.embeddings import BaseEmbedding
from llama_index.core.ingestion import IngestionPipeline
from llama_index.core.schema import MetadataMode, QueryBundle, TextNode, TransformComponent
from llama_index.vector_stores.chroma import ChromaVectorStore

from index.embedding import Embedder, Vectors
from index.errors import IndexStateError, State, VectorServerError
from index.units import Unit

SPACE = {"hnsw": {"space": "cosine", "ef_construction": 200, "ef_search": 200}}


class Adapter(BaseEmbedding):
    """Our embedder as llama-index wants one; `known` are the vectors already made."""

    _embedder: Embedder = PrivateAttr()
    _known: dict[str, list[float]] = PrivateAttr()

    def __init__(self, embedder: Embedder, known: dict[str, list[float]]) -> None:
        super().__init__(model_name=embedder.name)
        self._embedder = embedder
        self._known = known

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._known[text] if text in self._known else _floats(self._embedder.passages([text])[0])

    def _get_query_embedding(self, query: str) -> list[float]:
        return _floats(self._embedder.query(query))

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)


class Dense:
    """The vectors of one index. `write` fills a collection, `search` asks it."""

    def __init__(self, folder: Path, collection: str, embedder: Embedder, server: str | None = None) -> None:
        self.server = server
        self.embedder = embedder
        self._name = collection
        with self._reached():
            self._client = _client(folder, server)
        self._index: VectorStoreIndex | None = None

    def write(self, units: Sequence[Unit], vectors: Vectors) -> None:
        """Make the collection: one node a unit, in the documents' order."""
        known = {unit.text: _floats(vector) for unit, vector in zip(units, vectors, strict=True)}
        steps: list[TransformComponent] = [Adapter(self.embedder, known)]
        with self._reached():
            made = self._client.create_collection(self._name, configuration=SPACE, embedding_function=None)  # type: ignore[arg-type]
            store = ChromaVectorStore(chroma_collection=made)
            IngestionPipeline(transformations=steps, vector_store=store, disable_cache=True).run(
                nodes=[_node(unit) for unit in units]
            )

    def search(self, text: str, limit: int) -> list[tuple[str, float]]:
        """Ids and cosines of the nearest units, best first."""
        bundle = QueryBundle(text, embedding=_floats(self.embedder.query(text)))
        with self._reached():
            if self._index is None:
                self._index = self._opened()
            found = self._index.as_retriever(similarity_top_k=limit).retrieve(bundle)
        # the store turns a distance into exp(-distance); a cosine distance is 1 - cosine
        return [(hit.node.node_id, 1 + math.log(hit.score)) for hit in found if hit.score]

    def forget(self, collections: Sequence[str]) -> None:
        """Drop the collections of older builds, where they are still there."""
        with self._reached():
            for name in collections:
                with suppress(NotFoundError):
                    self._client.delete_collection(name)

    def close(self) -> None:
        """Let go of Chroma's files."""
        self._client.close()

    def _opened(self) -> VectorStoreIndex:
        try:
            made = self._client.get_collection(self._name, embedding_function=None)
        except NotFoundError as error:
            raise IndexStateError(State.PARTIAL, f"La collection {self._name} n'est plus dans Chroma") from error
        store = ChromaVectorStore(chroma_collection=made)
        return VectorStoreIndex.from_vector_store(store, embed_model=Adapter(self.embedder, {}))

    @contextmanager
    def _reached(self) -> Iterator[None]:
        """A server that is down must never look like a search that found nothing."""
        try:
            yield
        except (httpx.HTTPError, ChromaError, ValueError, OSError) as error:
            if self.server is None:
                raise
            raise VectorServerError(
                f"Le serveur Chroma {self.server} (COOPSANTE_CHROMA) ne répond pas ({error}) : démarrez-le, ou retirez "
                "ce réglage puis lancez « coopsante ingest »."
            ) from error


def _client(folder: Path, server: str | None) -> Client:
    settings = Settings(anonymized_telemetry=False)
    if server is None:
        return cast(Client, chromadb.PersistentClient(path=str(folder), settings=settings))
    host, _, port = server.rpartition(":")
    return cast(Client, chromadb.HttpClient(host=host, port=int(port), settings=settings))


def _node(unit: Unit) -> TextNode:
    places: dict[str, Any] = {"document": unit.span.name, "start": unit.span.start, "end": unit.span.end}
    node = TextNode(
        id_=unit.id, text=unit.text, metadata=places, excluded_embed_metadata_keys=list(places), metadata_template=""
    )
    assert node.get_content(MetadataMode.EMBED) == unit.text, "the metadata must stay out of what is embedded"
    return node


def _floats(vector: Vectors) -> list[float]:
    values: list[float] = vector.tolist()
    return values
