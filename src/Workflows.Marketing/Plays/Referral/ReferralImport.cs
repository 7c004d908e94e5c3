using System.Globalization;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Plays.Referral;

/// <summary>
/// Takes over who is in a distribution from another system, row by row, whoever brought others before those. A row that is wrong is left out and told;
/// importing again changes nothing. A third level is not taken over (S2-34).
/// </summary>
/// <param name="store">Where distributions are kept.</param>
/// <param name="contacts">Knows the contacts.</param>
/// <param name="clock">Says since when, where the file does not.</param>
public sealed class ReferralImport(IReferralStore store, IContactStore contacts, TimeProvider clock)
{
    /// <summary>How many rows are taken at once.</summary>
    public const int MostRows = 10_000;

    private const string By = "import";

    /// <summary>Imports rows.</summary>
    public async Task<ReferralImportResult> RunAsync(
        int tenant,
        string program,
        IReadOnlyList<ReferralRow> rows,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(rows);
        var now = clock.GetUtcNow();
        var (added, known) = (0, 0);
        List<Diagnostic> mistakes = [];
        for (var index = 0; index < rows.Count; index++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"$[{index}]");
            var (isNew, mistake) = await TakeAsync(tenant, program, rows[index], path, now, cancellationToken);
            if (mistake is not null)
            {
                mistakes.Add(mistake);
            }
            else if (isNew)
            {
                added++;
            }
            else
            {
                known++;
            }
        }

        return new ReferralImportResult(added, known, mistakes);
    }

    private async Task<(bool IsNew, Diagnostic? Mistake)> TakeAsync(
        int tenant,
        string program,
        ReferralRow row,
        string path,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (row.Level is { } level && ReferralProgramCheck.Levels(level, $"{path}.level") is { } tooDeep)
        {
            return (false, tooDeep);
        }

        if (row.JoinedAt > now)
        {
            return (false, new Diagnostic(ReferralCodes.Row, "Nobody joins in the future.", $"{path}.joinedAt"));
        }

        if (await FindAsync(tenant, row.Contact, cancellationToken) is not { } contact)
        {
            return (false, Unknown(row.Contact, $"{path}.contact"));
        }

        ReferralMember? above = null;
        if (!string.IsNullOrWhiteSpace(row.Referrer))
        {
            above = await MemberAsync(tenant, program, row.Referrer, cancellationToken);
            if (above?.DistributorSince is null)
            {
                return (false, Unknown(row.Referrer, $"{path}.referrer"));
            }
        }

        return await KeepAsync(tenant, program, contact, above, row, path, now, cancellationToken);
    }

    private async Task<(bool IsNew, Diagnostic? Mistake)> KeepAsync(
        int tenant,
        string program,
        Guid contact,
        ReferralMember? above,
        ReferralRow row,
        string path,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var joined = row.JoinedAt ?? now;
        var known = await store.FindByContactsAsync(tenant, program, [contact], cancellationToken);
        if (known.TryGetValue(contact, out var member))
        {
            if (above is not null && (member.ReferrerId ?? member.Id) != above.Id || above?.ContactId == contact)
            {
                return (false, Bound($"{path}.referrer"));
            }

            if (row.IsDistributor && member.DistributorSince is null)
            {
                await store.PromoteAsync(tenant, program, member.Id, joined, By, cancellationToken);
                return (true, null);
            }

            return (false, null);
        }

        await store.AddMembersAsync(
            tenant,
            program,
            [
                new ReferralMember(contact, contact, above?.Id, joined, row.IsDistributor ? joined : null)
                {
                    JoinedBy = By,
                    DistributorBy = row.IsDistributor ? By : null,
                },
            ],
            cancellationToken
        );
        return (true, null);
    }

    private async Task<ReferralMember?> MemberAsync(
        int tenant,
        string program,
        string? name,
        CancellationToken cancellationToken
    ) =>
        await FindAsync(tenant, name, cancellationToken) is { } contact
            ? (await store.FindByContactsAsync(tenant, program, [contact], cancellationToken)).GetValueOrDefault(
                contact
            )
            : null;

    private async Task<Guid?> FindAsync(int tenant, string? name, CancellationToken cancellationToken) =>
        name?.Split(':', 2) is [var kind, { Length: > 0 } value]
        && ContactIdentity.TryParseKind(kind.Trim(), out var known)
            ? (await contacts.FindAsync(tenant, new ContactIdentity(known, value.Trim()), cancellationToken))?.Id
            : null;

    private static Diagnostic Unknown(string? name, string path) =>
        new(
            ReferralCodes.Unknown,
            $"'{name}' is nobody this could be.",
            path,
            Remedy: "Name a known contact as kind:name, for example external_userid:wm123; who brings others has to be a distributor in a row before."
        );

    private static Diagnostic Bound(string path) =>
        new(
            ReferralCodes.Bound,
            "Somebody is bound to one distributor, once, and never to themselves.",
            path,
            Remedy: "Leave the row out: who brought them does not change."
        )
        {
            Source = "S2-34",
        };
}
