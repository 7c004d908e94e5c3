using Workflows.Marketing.Channels.WeCom.Intents;

namespace Workflows.Marketing.Tests.Channels.WeCom.Tasks;

/// <summary>A store whose host dies by dice, before or after a write.</summary>
internal sealed class MortalIntentStore(ISendIntentStore store, Func<bool> dies) : ISendIntentStore
{
    public Task<bool> TryBeginAsync(SendIntent intent, CancellationToken cancellationToken) =>
        LiveAsync(() => store.TryBeginAsync(intent, cancellationToken));

    public Task<IReadOnlyDictionary<string, SendIntent>> FindAsync(
        int tenant,
        IReadOnlyList<string> keys,
        CancellationToken cancellationToken
    ) => store.FindAsync(tenant, keys, cancellationToken);

    public Task<SendIntent?> FindOpenAsync(
        int tenant,
        SendIntentKind kind,
        string sender,
        string outline,
        CancellationToken cancellationToken
    ) => store.FindOpenAsync(tenant, kind, sender, outline, cancellationToken);

    public Task<IReadOnlyList<SendIntent>> FindNamelessAsync(
        int tenant,
        SendIntentKind kind,
        string outline,
        CancellationToken cancellationToken
    ) => store.FindNamelessAsync(tenant, kind, outline, cancellationToken);

    public Task<SendIntent?> FindByReferenceAsync(int tenant, string reference, CancellationToken cancellationToken) =>
        store.FindByReferenceAsync(tenant, reference, cancellationToken);

    public Task<IReadOnlySet<string>> FindClaimedAsync(
        int tenant,
        IReadOnlyList<string> names,
        CancellationToken cancellationToken
    ) => store.FindClaimedAsync(tenant, names, cancellationToken);

    public Task<bool> MadeAsync(
        SendIntent intent,
        string reference,
        string? name,
        CancellationToken cancellationToken
    ) => LiveAsync(() => store.MadeAsync(intent, reference, name, cancellationToken));

    public Task NameAsync(SendIntent intent, string name, CancellationToken cancellationToken) =>
        store.NameAsync(intent, name, cancellationToken);

    public Task<bool> VoidAsync(SendIntent intent, CancellationToken cancellationToken) =>
        LiveAsync(() => store.VoidAsync(intent, cancellationToken));

    public Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        store.PurgeAsync(before, cancellationToken);

    private async Task<bool> LiveAsync(Func<Task<bool>> write)
    {
        DieIfSo();
        var result = await write();
        DieIfSo();
        return result;
    }

    private void DieIfSo()
    {
        if (dies())
        {
            throw new HostDiedException();
        }
    }
}
