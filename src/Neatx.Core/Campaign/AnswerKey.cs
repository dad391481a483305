using System.Runtime.InteropServices;

namespace Neatx.Core.Campaign;

/// <summary>What an answer is about within an assignment.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct AnswerKey(EventKind Kind, int Finding);
