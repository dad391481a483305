namespace Neatx.Workspace.Protocol.Shapes;

/// <summary>A name that the protocol gives to something.</summary>
/// <param name="Space">What it names.</param>
/// <param name="Name">As written.</param>
/// <param name="Means">The name to use: for an alias its finding, otherwise the name itself.</param>
/// <param name="Place">Where it is given.</param>
/// <param name="Order">Counts up in the order of the file.</param>
internal sealed record Declaration(NameSpace Space, string Name, string Means, SourceLocation Place, int Order);
