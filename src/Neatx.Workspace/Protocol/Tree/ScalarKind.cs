namespace Neatx.Workspace.Protocol.Tree;

/// <summary>What a scalar is by the YAML 1.2 core schema.</summary>
internal enum ScalarKind
{
    Nothing,
    Bool,
    Number,
    Text,
}
