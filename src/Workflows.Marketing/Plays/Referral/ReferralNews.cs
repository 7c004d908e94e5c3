using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Plays.Referral;

/// <summary>Tells distributors what they earned and what was taken back, as events of theirs, each once.</summary>
/// <param name="store">Knows the members and what they are owed.</param>
/// <param name="contacts">Knows their names.</param>
/// <param name="intake">Takes the events.</param>
public sealed class ReferralNews(IReferralStore store, IContactStore contacts, ContactEventIntake intake)
{
    /// <summary>Tells what was posted; telling it again is harmless.</summary>
    public async Task TellAsync(
        int tenant,
        string program,
        IReadOnlyList<Commission> posted,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(posted);
        Commission[] worth = [.. posted.Where(one => one.Change != 0m)];
        if (worth.Length == 0)
        {
            return;
        }

        Guid[] ids = [.. worth.Select(one => one.MemberId).Distinct()];
        var owed = await store.BalancesAsync(tenant, program, ids, cancellationToken);
        var members = await store.FindMembersAsync(tenant, program, ids, cancellationToken);
        List<ContactEvent> events = [];
        foreach (var member in members)
        {
            if (
                member.ContactId is { } id
                && await contacts.FindAsync(tenant, id, cancellationToken) is { Identities: [var name, ..] }
            )
            {
                events.AddRange(
                    worth
                        .Where(one => one.MemberId == member.Id)
                        .Select(one => Event(program, one, owed.GetValueOrDefault(member.Id), name, now))
                );
            }
        }

        foreach (var some in events.Chunk(ContactEventIntake.MaxBatch))
        {
            await intake.AcceptAsync(tenant, some, cancellationToken);
        }
    }

    private static ContactEvent Event(
        string program,
        Commission one,
        decimal balance,
        ContactIdentity name,
        DateTimeOffset now
    )
    {
        var key = string.Create(
            CultureInfo.InvariantCulture,
            $"{program}\n{one.Source}\n{one.Number}\n{(int)one.Level}\n{one.Revision}"
        );
        return new ContactEvent(
            ReferralEvents.Source,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))),
            one.Change > 0m ? ReferralEvents.Earned : ReferralEvents.TakenBack,
            now,
            [name],
            JsonSerializer.Serialize(
                new
                {
                    program,
                    level = (int)one.Level,
                    tier = one.Tier,
                    amount = Math.Abs(one.Change),
                    balance,
                }
            )
        );
    }
}
