namespace Workflows.Storage;

/// <summary>
/// One writer at a time on SQLite: waiting in line is cheaper, and fairer, than being told that the database is busy.
/// PostgreSQL needs no gate.
/// </summary>
internal sealed class WriteGate(bool isNeeded) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async ValueTask<IDisposable?> EnterAsync(CancellationToken cancellationToken)
    {
        if (!isNeeded)
        {
            return null;
        }

        await _turn.WaitAsync(cancellationToken);
        return new Turn(_turn);
    }

    public void Dispose() => _turn.Dispose();

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
