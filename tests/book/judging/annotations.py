"""Judge a file of Web Annotations: JSON-LD to triples, and these against shapes of the W3C's data model.

Run by the Python of `make judges`: prints the number of annotations, then what is wrong. The terms are those
of the W3C's context that the file uses; a term that is not among them is an error.
"""

import json
import sys
from pathlib import Path

from pyshacl import validate
from rdflib import RDF, Graph, Namespace

OA = Namespace("http://www.w3.org/ns/oa#")
AS = "http://www.w3.org/ns/activitystreams#"
TERMS = {
    "@vocab": "urn:unknown:",
    "id": "@id",
    "type": "@type",
    **{name: f"{OA}{name}" for name in (
        "Annotation", "TextualBody", "SpecificResource", "TextQuoteSelector", "TextPositionSelector",
        "exact", "prefix", "suffix", "describing", "classifying", "linking")},
    **{name: f"{AS}{name}" for name in ("totalItems", "first", "startIndex")},
    "AnnotationCollection": f"{AS}OrderedCollection",
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "Text": "http://purl.org/dc/dcmitype/Text",
    "Person": "http://xmlns.com/foaf/0.1/Person",
    "Organization": "http://xmlns.com/foaf/0.1/Organization",
    "name": "http://xmlns.com/foaf/0.1/name",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "format": "http://purl.org/dc/elements/1.1/format",
    "language": "http://purl.org/dc/elements/1.1/language",
    "total": f"{AS}totalItems",
    "start": {"@id": f"{OA}start", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    "end": {"@id": f"{OA}end", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    "creator": {"@id": "http://purl.org/dc/terms/creator", "@type": "@id"},
    "via": {"@id": f"{OA}via", "@type": "@id"},
    "body": {"@id": f"{OA}hasBody", "@type": "@id"},
    "target": {"@id": f"{OA}hasTarget", "@type": "@id"},
    "source": {"@id": f"{OA}hasSource", "@type": "@id"},
    "selector": {"@id": f"{OA}hasSelector", "@type": "@id"},
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
    "items": {"@id": f"{AS}items", "@type": "@id", "@container": "@list"},
}  # fmt: skip
SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix oa: <http://www.w3.org/ns/oa#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
[] a sh:NodeShape ; sh:targetClass oa:Annotation ; sh:nodeKind sh:IRI ;
   sh:property [ sh:path oa:hasTarget ; sh:minCount 1 ; sh:class oa:SpecificResource ] ;
   sh:property [ sh:path oa:motivatedBy ; sh:minCount 1 ; sh:nodeKind sh:IRI ] .
[] a sh:NodeShape ; sh:targetObjectsOf oa:hasTarget ;
   sh:property [ sh:path oa:hasSource ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ;
   sh:property [ sh:path oa:hasSelector ; sh:minCount 2 ; sh:maxCount 2 ] .
[] a sh:NodeShape ; sh:targetClass oa:TextQuoteSelector ;
   sh:property [ sh:path oa:exact ; sh:minCount 1 ; sh:maxCount 1 ; sh:minLength 1 ] ;
   sh:property [ sh:path oa:prefix ; sh:maxCount 1 ] ; sh:property [ sh:path oa:suffix ; sh:maxCount 1 ] .
[] a sh:NodeShape ; sh:targetClass oa:TextPositionSelector ;
   sh:property [ sh:path oa:start ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:nonNegativeInteger ;
                 sh:lessThan oa:end ] ;
   sh:property [ sh:path oa:end ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:nonNegativeInteger ] .
[] a sh:NodeShape ; sh:targetClass oa:TextualBody ;
   sh:property [ sh:path rdf:value ; sh:minCount 1 ; sh:maxCount 1 ] ;
   sh:property [ sh:path oa:hasPurpose ; sh:maxCount 1 ] .
"""

document = json.loads(Path(sys.argv[1]).read_text("utf-8"))
if document["@context"] != "http://www.w3.org/ns/anno.jsonld":
    print("another context")
graph = Graph().parse(
    data=json.dumps({**document, "@context": TERMS}), format="json-ld", base="https://example.org/data/"
)
print(len(set(graph.subjects(RDF.type, OA.Annotation))))
unknown = {str(term) for triple in graph for term in triple if str(term).startswith("urn:unknown:")}
print(*(f"unknown term {term}" for term in sorted(unknown)), sep="\n", end="\n" if unknown else "")
conforms, _, told = validate(graph, shacl_graph=Graph().parse(data=SHAPES, format="turtle"))
if not conforms:
    print(told)
