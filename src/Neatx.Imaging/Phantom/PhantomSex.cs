namespace Neatx.Imaging.Phantom;

/// <summary>The sex of a phantom's patient: men are larger, women have breast shadows.</summary>
public enum PhantomSex
{
    Female,

    Male,
}
