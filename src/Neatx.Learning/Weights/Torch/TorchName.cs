namespace Neatx.Learning.Weights.Torch;

/// <summary>The functions and classes that a weights file of PyTorch may name.</summary>
internal enum TorchName
{
    OrderedDict,

    /// <summary>torch._utils._rebuild_tensor, before PyTorch 0.4: storage, offset, sizes, strides.</summary>
    RebuildTensor,

    /// <summary>torch._utils._rebuild_tensor_v2: the same, whether it wants a gradient, and its hooks.</summary>
    RebuildTensorV2,

    /// <summary>torch._utils._rebuild_parameter: a tensor, whether it wants a gradient, and its hooks.</summary>
    RebuildParameter,
}
