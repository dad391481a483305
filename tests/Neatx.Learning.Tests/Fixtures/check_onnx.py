"""Checks ONNX files with ONNX's own checker, shapes and all; prints each one's nodes and output."""
import sys

import onnx

for path in sys.argv[1:]:
    model = onnx.load(path)
    onnx.checker.check_model(model, full_check=True)
    metadata = {entry.key: entry.value for entry in model.metadata_props}
    assert metadata == {"a": "1", "b": ""}, metadata
    print(len(model.graph.node), model.graph.output[0].name)
