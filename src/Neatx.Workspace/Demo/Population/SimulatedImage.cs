namespace Neatx.Workspace.Demo.Population;

/// <summary>One image of a patient, and what it truly shows. There are no pixels.</summary>
internal sealed record SimulatedImage
{
    private readonly ulong _present;

    /// <summary>An image of a patient. In <paramref name="present"/>, bit f is set where finding f of the model is truly there.</summary>
    public SimulatedImage(SimulatedPatient patient, int followUp, ulong present)
    {
        (Patient, FollowUp) = (patient, followUp);
        _present = present;
    }

    public SimulatedPatient Patient { get; }

    /// <summary>From 0, in order of time.</summary>
    public int FollowUp { get; }

    /// <summary>Whole years.</summary>
    public required int Age { get; init; }

    /// <summary>True when the image was taken at the bedside (AP), which the ill more often need.</summary>
    public required bool AtBedside { get; init; }

    /// <summary>Whether the finding of that index in the model is truly there.</summary>
    public bool Shows(int finding) => (_present >> finding & 1) != 0;
}
