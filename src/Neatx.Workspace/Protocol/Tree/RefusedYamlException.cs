using YamlDotNet.Core;

namespace Neatx.Workspace.Protocol.Tree;

/// <summary>YAML that is well formed and that a protocol does not use; its message is complete. Caught by <see cref="TreeReader"/>.</summary>
internal sealed class RefusedYamlException(Mark start, string message) : YamlException(start, start, message);
