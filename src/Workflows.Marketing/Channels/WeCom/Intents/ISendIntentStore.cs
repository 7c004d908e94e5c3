namespace Workflows.Marketing.Channels.WeCom.Intents;

/// <summary>Keeps intents; the database refuses the second one of a message, and the second open one of a content.</summary>
public interface ISendIntentStore
{
    /// <summary>Writes an intent down, unless one of its messages has one already or another of its content is open.</summary>
    /// <returns>Whether it was written.</returns>
    Task<bool> TryBeginAsync(SendIntent intent, CancellationToken cancellationToken);

    /// <summary>The intents that messages belong to, by the messages' keys; those without one are missing.</summary>
    Task<IReadOnlyDictionary<string, SendIntent>> FindAsync(
        int tenant,
        IReadOnlyList<string> keys,
        CancellationToken cancellationToken
    );

    /// <summary>The open intent of a content with all its messages, or null.</summary>
    Task<SendIntent?> FindOpenAsync(
        int tenant,
        SendIntentKind kind,
        string sender,
        string outline,
        CancellationToken cancellationToken
    );

    /// <summary>Intents of a content whose task was made and has no lasting name yet.</summary>
    Task<IReadOnlyList<SendIntent>> FindNamelessAsync(
        int tenant,
        SendIntentKind kind,
        string outline,
        CancellationToken cancellationToken
    );

    /// <summary>The intent whose task has this first name, or null.</summary>
    Task<SendIntent?> FindByReferenceAsync(int tenant, string reference, CancellationToken cancellationToken);

    /// <summary>Which of these lasting names are names of tasks of ours.</summary>
    Task<IReadOnlySet<string>> FindClaimedAsync(
        int tenant,
        IReadOnlyList<string> names,
        CancellationToken cancellationToken
    );

    /// <summary>The task was made: the intent is open no more.</summary>
    /// <returns>Whether it was open.</returns>
    Task<bool> MadeAsync(SendIntent intent, string reference, string? name, CancellationToken cancellationToken);

    /// <summary>The lasting name of a task that was made became known.</summary>
    Task NameAsync(SendIntent intent, string name, CancellationToken cancellationToken);

    /// <summary>The task was surely not made: the intent is forgotten and its messages are free.</summary>
    /// <returns>Whether it was open.</returns>
    Task<bool> VoidAsync(SendIntent intent, CancellationToken cancellationToken);

    /// <summary>Forgets intents of tasks that were made before <paramref name="before"/>.</summary>
    /// <returns>How many.</returns>
    Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
