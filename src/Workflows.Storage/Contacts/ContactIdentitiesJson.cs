using System.Text.Json;
using Workflows.Marketing.Contacts;

namespace Workflows.Storage.Contacts;

/// <summary>The names a message was addressed to, as one JSON column: <c>[["phone","…"]]</c>.</summary>
internal static class ContactIdentitiesJson
{
    public static string Write(ContactIdentities identities) =>
        JsonSerializer.Serialize(identities.Select(identity => new[] { identity.KindName, identity.Value }));

    public static ContactIdentities Read(string json) =>
        [
            .. JsonSerializer
                .Deserialize<string[][]>(json)!
                .Select(pair =>
                    ContactIdentity.TryParseKind(pair[0], out var kind)
                        ? new ContactIdentity(kind, pair[1])
                        : throw new InvalidDataException($"'{pair[0]}' is not a kind of identity.")
                ),
        ];
}
