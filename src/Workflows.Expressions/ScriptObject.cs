namespace Workflows.Expressions;

/// <summary>An object the host offers to scripts, whose members are read and written through the scope.</summary>
/// <param name="Read">Reads a member; answers false where there is none.</param>
/// <param name="Write">Writes a member; null makes the object read-only.</param>
/// <param name="Names">The members to enumerate; null where enumeration shows none.</param>
public sealed record ScriptObject(
    ScriptObject.Reader Read,
    Action<Scope, string, object?>? Write = null,
    Func<Scope, IEnumerable<string>>? Names = null
)
{
    /// <summary>Reads a member of a script object.</summary>
    /// <param name="scope">The scope of the evaluation.</param>
    /// <param name="name">The member's name as written.</param>
    /// <param name="value">The value found.</param>
    /// <returns>Whether the member exists.</returns>
    public delegate bool Reader(Scope scope, string name, out object? value);
}
