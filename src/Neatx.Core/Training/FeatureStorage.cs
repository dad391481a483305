namespace Neatx.Core.Training;

/// <summary>How cached features are kept.</summary>
public enum FeatureStorage
{
    /// <summary>Exact.</summary>
    Fp32,

    /// <summary>Half the space; relative error up to 2^-11, range up to 65,504.</summary>
    Fp16,

    /// <summary>Half the space; relative error up to 2^-8, the range of float32.</summary>
    Bf16,
}
