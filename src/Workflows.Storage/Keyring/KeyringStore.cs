namespace Workflows.Storage.Keyring;

/// <summary>
/// The keys that sign-in cookies are protected with, the same for all hosts of a database, so that a session outlives a
/// restart and may be answered by any host. Asked seldom: whoever uses the keys remembers them.
/// </summary>
public sealed class KeyringStore
{
    private readonly WorkflowsDbContextFactory _contexts;
    private readonly WriteGate _gate;

    internal KeyringStore(WorkflowsDbContextFactory contexts, WriteGate gate) => (_contexts, _gate) = (contexts, gate);

    /// <summary>All keys as XML.</summary>
    public IReadOnlyList<string> List()
    {
        using var context = _contexts.Create();
        return [.. context.Set<KeyringRow>().OrderBy(row => row.Id).Select(row => row.Xml)];
    }

    /// <summary>Adds a key.</summary>
    public void Add(string xml)
    {
        using var turn = _gate.EnterAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult();
        using var context = _contexts.Create();
        context.Add(new KeyringRow { Xml = xml });
        context.SaveChanges();
    }
}
