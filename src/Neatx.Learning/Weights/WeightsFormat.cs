namespace Neatx.Learning.Weights;

/// <summary>The kinds of weights files that can be read.</summary>
public enum WeightsFormat
{
    /// <summary>A JSON header and raw tensors.</summary>
    Safetensors,

    /// <summary>PyTorch from 1.6: a zip archive of a pickle and raw storages.</summary>
    PyTorchZip,

    /// <summary>PyTorch before 1.6: pickles in a row, then raw storages.</summary>
    PyTorchLegacy,

    /// <summary>Keras before 3: HDF5 with the attributes layer_names and weight_names.</summary>
    KerasHdf5,
}
