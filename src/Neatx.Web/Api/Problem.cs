namespace Neatx.Web.Api;

/// <summary>Why a request was not carried out (RFC 9457).</summary>
/// <param name="Type">"/problems/" and the code.</param>
/// <param name="Title">In a few words.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Detail">What became of the work, then what went wrong.</param>
/// <param name="Code">A word for programs, as signed_out, not_allowed, antiforgery, too_many, not_saved.</param>
/// <param name="WhatToDo">The next step.</param>
public sealed record Problem(string Type, string Title, int Status, string Detail, string Code, string WhatToDo);
