namespace Neatx.Core.Labels.Consensus;

/// <summary>How a model sees the grades of certainty. Without meaning on a nominal scale.</summary>
public enum GradeReading
{
    /// <summary>A grade is the side of .5 it lies on; .5 itself speaks for neither class and is set aside.</summary>
    Side,

    /// <summary>As Side, and the rating weighs twice its distance from .5: 1 for 0 and 1, .5 for .25 and .75.</summary>
    Weight,

    /// <summary>The five grades are five answers, each with its probability given the class. For dawid-skene only.</summary>
    Ordinal,
}
