using Workflows.WeComEmulator.Corp;
using Workflows.WeComEmulator.Ways;

namespace Workflows.WeComEmulator.Phones;

/// <summary>The QR codes that customers find: those of the start and those an app has made since, newest first.</summary>
internal static class Posters
{
    private const int Most = 60;

    public static IReadOnlyList<Poster> Of(Company company) =>
        [
            .. company
                .Ways.Contacts.Values.OrderByDescending(way => way.CreatedAt)
                .Take(Most)
                .Select(way => Contact(company, way)),
            .. company
                .Ways.Joins.Values.OrderByDescending(way => way.CreatedAt)
                .Take(Most)
                .Select(way => Join(company, way)),
        ];

    private static Poster Contact(Company company, ContactWay way) =>
        new(
            way.ConfigId,
            false,
            way.Remark is { Length: > 0 } remark ? remark : string.Join("、", way.Users.Select(company.NameOf)),
            way.State,
            QrCodes.Of(company, way.ConfigId)
        );

    private static Poster Join(Company company, JoinWay way) =>
        new(
            way.ConfigId,
            true,
            way.Remark is { Length: > 0 } remark
                ? remark
                : company.Groups.GetValueOrDefault(way.ChatIds[0])?.Name ?? way.ConfigId,
            way.State,
            QrCodes.Of(company, way.ConfigId)
        );
}
