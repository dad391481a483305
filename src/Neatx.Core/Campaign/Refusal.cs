namespace Neatx.Core.Campaign;

/// <summary>Why an event is not taken.</summary>
/// <param name="Code">One word for programs: "frozen", "not_allowed", "not_given", "bad_value", "unanswered", "paused", "dropped", "phase", "id_taken".</param>
/// <param name="Reason">What is wrong, and with what.</param>
/// <param name="WhatToDo">The next step.</param>
public sealed record Refusal(string Code, string Reason, string WhatToDo);
