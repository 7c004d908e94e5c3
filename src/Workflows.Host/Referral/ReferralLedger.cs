using Workflows.Host.Composition;
using Workflows.Marketing.Plays.Referral;

namespace Workflows.Host.Referral;

/// <summary>Shows members together with what is owed to them.</summary>
internal sealed class ReferralLedger(IReferralStore store)
{
    /// <summary>A page of a program's members.</summary>
    public async Task<IReadOnlyList<MemberBody>> ListAsync(
        string program,
        Guid? after,
        int count,
        CancellationToken cancellationToken
    ) =>
        await WithBalancesAsync(
            program,
            await store.ListMembersAsync(Tenants.Default, program, after, count, cancellationToken),
            cancellationToken
        );

    /// <summary>A contact's membership; null for somebody who is not in the program.</summary>
    public async Task<MemberBody?> FindAsync(string program, Guid contact, CancellationToken cancellationToken)
    {
        var found = await store.FindByContactsAsync(Tenants.Default, program, [contact], cancellationToken);
        return found.TryGetValue(contact, out var member)
            ? (await WithBalancesAsync(program, [member], cancellationToken))[0]
            : null;
    }

    private async Task<IReadOnlyList<MemberBody>> WithBalancesAsync(
        string program,
        IReadOnlyList<ReferralMember> members,
        CancellationToken cancellationToken
    )
    {
        var owed = await store.BalancesAsync(
            Tenants.Default,
            program,
            [.. members.Select(member => member.Id)],
            cancellationToken
        );
        return [.. members.Select(member => MemberBody.From(member, owed.GetValueOrDefault(member.Id)))];
    }
}
