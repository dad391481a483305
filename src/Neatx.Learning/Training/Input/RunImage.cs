using Neatx.Core.Labels;

namespace Neatx.Learning.Training.Input;

/// <summary>One row of images.parquet.</summary>
/// <param name="Image">Its name, unique in the run.</param>
/// <param name="Patient">Whose it is.</param>
/// <param name="Path">The file, relative to the image folder.</param>
/// <param name="Part">"train", "validation", "test" or the name of another set that is scored only.</param>
/// <param name="States">One for each finding of the run, in its order.</param>
/// <param name="Certainties">In [0, 1], one for each finding, null where no rater gave one.</param>
public sealed record RunImage(string Image, string Patient, string Path, string Part, IReadOnlyList<LabelState> States, IReadOnlyList<float?> Certainties);
