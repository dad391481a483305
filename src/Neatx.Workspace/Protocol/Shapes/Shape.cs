using System.Text.Json.Nodes;

namespace Neatx.Workspace.Protocol.Shapes;

/// <summary>What may stand at a place in a protocol. One declaration serves validation, binding and the JSON Schema.</summary>
internal abstract class Shape
{
    /// <summary>What is expected, for messages: "a whole number from 1 to 100".</summary>
    public abstract string Expected { get; }

    /// <summary>The JSON Schema (draft 2020-12) of the shape.</summary>
    public abstract JsonObject Schema(SchemaDefinitions definitions);

    /// <summary>The shape of what stands under a key of this, or null where this has no such key.</summary>
    public virtual Shape? Under(string key) => null;

    /// <summary>The keys this always knows, whether written or not.</summary>
    public virtual IReadOnlyList<string> KnownKeys => [];
}
