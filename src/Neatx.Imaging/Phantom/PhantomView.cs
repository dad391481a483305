namespace Neatx.Imaging.Phantom;

/// <summary>How the film was taken.</summary>
public enum PhantomView
{
    /// <summary>Standing, the detector at the chest: a deep breath, shoulder blades out of the way.</summary>
    PosteroAnterior,

    /// <summary>At the bedside, the detector at the back: the heart looks larger, the breath is shallower, and lines are common.</summary>
    AnteroPosterior,
}
