using System.Globalization;
using Workflows.Marketing.Ledger;
using Workflows.Marketing.Plays.Referral;

namespace Workflows.Marketing.Journeys.Cases;

/// <summary>Fills the distributions of a case.</summary>
internal static class JourneyCaseReferral
{
    private const int OnlyTenant = 1;
    private const string Before = "cases";

    public static async Task<MemoryReferralStore> StoreAsync(
        JourneyCasePlaces? places,
        CancellationToken cancellationToken
    )
    {
        var store = new MemoryReferralStore(new MemoryLedger());
        foreach (var program in places?.Programs ?? [])
        {
            await store.SaveProgramAsync(OnlyTenant, program, cancellationToken);
        }

        foreach (var member in places?.Members ?? [])
        {
            await store.AddMembersAsync(
                OnlyTenant,
                member.Program,
                [
                    new ReferralMember(
                        member.Id,
                        member.Id,
                        member.Referrer,
                        member.JoinedAt,
                        member.IsDistributor ? member.JoinedAt : null
                    )
                    {
                        JoinedBy = Before,
                    },
                ],
                cancellationToken
            );
            await store.PostAsync(OnlyTenant, member.Program, [.. Brought(member)], member.JoinedAt, cancellationToken);
        }

        return store;
    }

    private static IEnumerable<Commission> Brought(JourneyCaseMember member) =>
        Enumerable
            .Range(1, member.Orders)
            .Select(number =>
                new Commission(
                    Before,
                    string.Create(CultureInfo.InvariantCulture, $"{member.Id:N}-{number}"),
                    ReferralLevel.Direct,
                    member.Id,
                    member.JoinedAt,
                    Before,
                    0m,
                    Before,
                    1
                ).For(member.Sales, Before)
            );
}
