using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Documents;

/// <summary>One document of the workspace, read: a look-up takes no lock, and what another host saved is seen after at most five seconds.</summary>
/// <typeparam name="T">What the text means.</typeparam>
internal sealed class KeptDocument<T>(
    IDocumentStore store,
    TimeProvider clock,
    int tenant,
    string name,
    Func<string, (T? Value, IReadOnlyList<Diagnostic> Diagnostics)> read,
    T absent
)
    where T : class
{
    private static readonly TimeSpan RefreshAfter = TimeSpan.FromSeconds(5);
    private Seen? _seen;

    /// <summary>The document as it was when last asked for; what stands for it while there is none.</summary>
    public T Latest => _seen?.Value ?? absent;

    public async ValueTask<T> GetAsync(CancellationToken cancellationToken)
    {
        if (_seen is { } seen && clock.GetElapsedTime(seen.At) < RefreshAfter)
        {
            return seen.Value;
        }

        var text = await store.FindAsync(tenant, name, cancellationToken);
        // A text that this version cannot read was checked by the version that wrote it.
        var value =
            text is null ? absent
            : text.Equals(_seen?.Text, StringComparison.Ordinal) ? _seen!.Value
            : read(text).Value ?? absent;
        _seen = new Seen(text, value, clock.GetTimestamp());
        return value;
    }

    /// <summary>Has the next look-up ask the store: somebody else wrote there.</summary>
    public void Forget() => _seen = null;

    /// <summary>Checks a text and keeps it.</summary>
    /// <returns>All mistakes; with one nothing is kept.</returns>
    public async Task<IReadOnlyList<Diagnostic>> SaveAsync(string text, CancellationToken cancellationToken)
    {
        var (value, diagnostics) = read(text);
        if (value is not null)
        {
            await store.SaveAsync(tenant, name, text, cancellationToken);
            _seen = new Seen(text, value, clock.GetTimestamp());
        }

        return diagnostics;
    }

    private sealed record Seen(string? Text, T Value, long At);
}
