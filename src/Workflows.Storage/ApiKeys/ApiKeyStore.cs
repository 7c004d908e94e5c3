using Microsoft.EntityFrameworkCore;
using Workflows.Storage.Users;

namespace Workflows.Storage.ApiKeys;

/// <summary>The API keys of a workspace, known by what they hash to.</summary>
public sealed class ApiKeyStore
{
    private readonly WorkflowsDbContextFactory _contexts;
    private readonly WriteGate _gate;

    internal ApiKeyStore(WorkflowsDbContextFactory contexts, WriteGate gate) => (_contexts, _gate) = (contexts, gate);

    /// <summary>The tenant's key with this hash, or null if there is none or it was revoked.</summary>
    public async Task<KnownApiKey?> FindAsync(int tenant, byte[] hash, CancellationToken cancellationToken)
    {
        await using var context = _contexts.Create();
        return await context
            .Set<ApiKeyRow>()
            .Where(row => row.Hash == hash && row.Tenant == tenant && row.RevokedAt == null)
            .Select(row => new KnownApiKey(row.Name, row.Role))
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Whether the tenant has any key, revoked ones included.</summary>
    public async Task<bool> AnyAsync(int tenant, CancellationToken cancellationToken)
    {
        await using var context = _contexts.Create();
        return await context.Set<ApiKeyRow>().AnyAsync(row => row.Tenant == tenant, cancellationToken);
    }

    /// <summary>Adds a key.</summary>
    public async Task AddAsync(
        int tenant,
        string name,
        Role role,
        byte[] hash,
        DateTimeOffset createdAt,
        CancellationToken cancellationToken
    )
    {
        using var turn = await _gate.EnterAsync(cancellationToken);
        await using var context = _contexts.Create();
        context.Add(
            new ApiKeyRow
            {
                Id = Guid.CreateVersion7(createdAt),
                Tenant = tenant,
                Name = name,
                Role = role,
                Hash = hash,
                CreatedAt = createdAt,
            }
        );
        await context.SaveChangesAsync(cancellationToken);
    }
}
