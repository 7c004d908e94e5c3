using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Workflows.Benchmarks.Groups.Studio;

/// <summary>Listens to what the server in this process asks its database, without the server knowing.</summary>
internal sealed class StatementLog
    : IObserver<DiagnosticListener>,
        IObserver<KeyValuePair<string, object?>>,
        IDisposable
{
    private readonly ConcurrentQueue<Statement> _statements = new();
    private readonly ConcurrentBag<IDisposable> _subscriptions = [];
    private volatile bool _isListening;

    public StatementLog() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    /// <summary>The statements of one piece of work.</summary>
    public async Task<IReadOnlyList<Statement>> HearAsync(Func<Task> work)
    {
        _statements.Clear();
        _isListening = true;
        try
        {
            await work();
        }
        finally
        {
            _isListening = false;
        }

        return [.. _statements];
    }

    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
        {
            subscription.Dispose();
        }
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (string.Equals(value.Name, DbLoggerCategory.Name, StringComparison.Ordinal))
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (
            _isListening
            && value
                is { Key: var name, Value: CommandEventData { Command: NpgsqlCommand command, Context: { } context } }
            && string.Equals(name, RelationalEventId.CommandExecuting.Name, StringComparison.Ordinal)
        )
        {
            _statements.Enqueue(
                new Statement(
                    context.ContextId.InstanceId,
                    command.CommandText,
                    [.. command.Parameters.Cast<NpgsqlParameter>().Select(parameter => parameter.Clone())]
                )
            );
        }
    }

    void IObserver<DiagnosticListener>.OnCompleted() { }

    void IObserver<DiagnosticListener>.OnError(Exception error) { }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted() { }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error) { }
}
