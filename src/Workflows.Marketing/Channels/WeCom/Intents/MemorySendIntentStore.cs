namespace Workflows.Marketing.Channels.WeCom.Intents;

/// <summary>Intents of one process.</summary>
public sealed class MemorySendIntentStore : ISendIntentStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, SendIntent> _intents = [];

    /// <inheritdoc/>
    public Task<bool> TryBeginAsync(SendIntent intent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(intent);
        lock (_lock)
        {
            var keys = intent.Messages.Select(message => message.Key).ToHashSet(StringComparer.Ordinal);
            if (
                _intents.Values.Any(other =>
                    other.Tenant == intent.Tenant
                    && (
                        (other.IsOpen && IsAlike(other, intent.Kind, intent.Sender, intent.Outline))
                        || other.Messages.Any(message => keys.Contains(message.Key))
                    )
                )
            )
            {
                return Task.FromResult(false);
            }

            _intents.Add(intent.Id, intent);
            return Task.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, SendIntent>> FindAsync(
        int tenant,
        IReadOnlyList<string> keys,
        CancellationToken cancellationToken
    )
    {
        var wanted = keys.ToHashSet(StringComparer.Ordinal);
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyDictionary<string, SendIntent>>(
                Of(tenant)
                    .SelectMany(intent => intent.Messages.Select(message => (message.Key, Intent: intent)))
                    .Where(pair => wanted.Contains(pair.Key))
                    .ToDictionary(pair => pair.Key, pair => pair.Intent, StringComparer.Ordinal)
            );
        }
    }

    /// <inheritdoc/>
    public Task<SendIntent?> FindOpenAsync(
        int tenant,
        SendIntentKind kind,
        string sender,
        string outline,
        CancellationToken cancellationToken
    )
    {
        lock (_lock)
        {
            return Task.FromResult(
                Of(tenant).SingleOrDefault(intent => intent.IsOpen && IsAlike(intent, kind, sender, outline))
            );
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<SendIntent>> FindNamelessAsync(
        int tenant,
        SendIntentKind kind,
        string outline,
        CancellationToken cancellationToken
    )
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<SendIntent>>([
                .. Of(tenant)
                    .Where(intent =>
                        !intent.IsOpen && intent.Name is null && IsAlike(intent, kind, intent.Sender, outline)
                    ),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task<SendIntent?> FindByReferenceAsync(int tenant, string reference, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(
                Of(tenant)
                    .FirstOrDefault(intent => string.Equals(intent.Reference, reference, StringComparison.Ordinal))
            );
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlySet<string>> FindClaimedAsync(
        int tenant,
        IReadOnlyList<string> names,
        CancellationToken cancellationToken
    )
    {
        lock (_lock)
        {
            var ours = Of(tenant).Select(intent => intent.Name).ToHashSet(StringComparer.Ordinal);
            return Task.FromResult<IReadOnlySet<string>>(names.Where(ours.Contains).ToHashSet(StringComparer.Ordinal));
        }
    }

    /// <inheritdoc/>
    public Task<bool> MadeAsync(SendIntent intent, string reference, string? name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(intent);
        lock (_lock)
        {
            var isOpen = _intents.TryGetValue(intent.Id, out var kept) && kept.IsOpen;
            if (isOpen)
            {
                _intents[intent.Id] = kept! with { Reference = reference, Name = name };
            }

            return Task.FromResult(isOpen);
        }
    }

    /// <inheritdoc/>
    public Task NameAsync(SendIntent intent, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(intent);
        lock (_lock)
        {
            if (_intents.TryGetValue(intent.Id, out var kept))
            {
                _intents[intent.Id] = kept with { Name = name };
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<bool> VoidAsync(SendIntent intent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(intent);
        lock (_lock)
        {
            return Task.FromResult(
                _intents.TryGetValue(intent.Id, out var kept) && kept.IsOpen && _intents.Remove(intent.Id)
            );
        }
    }

    /// <inheritdoc/>
    public Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var old = _intents.Values.Where(intent => !intent.IsOpen && intent.StartedAt < before).ToList();
            old.ForEach(intent => _intents.Remove(intent.Id));
            return Task.FromResult(old.Count);
        }
    }

    private IEnumerable<SendIntent> Of(int tenant) => _intents.Values.Where(intent => intent.Tenant == tenant);

    private static bool IsAlike(SendIntent intent, SendIntentKind kind, string sender, string outline) =>
        intent.Kind == kind
        && string.Equals(intent.Sender, sender, StringComparison.Ordinal)
        && string.Equals(intent.Outline, outline, StringComparison.Ordinal);
}
