namespace Workflows.Marketing.Content;

/// <summary>The addresses at which customers reach this installation's short links; the first one is the usual one (S0-61).</summary>
public sealed class LinkDomains
{
    private readonly Dictionary<string, Uri> _addresses;

    /// <summary>The domains of some addresses, for example <c>https://s.brand.cn</c>; of two addresses on one domain the first counts.</summary>
    /// <param name="usual">Where links lead that name no domain.</param>
    /// <param name="further">The other ones.</param>
    public LinkDomains(Uri usual, params IEnumerable<Uri> further)
    {
        Usual = usual;
        List<Uri> addresses =
        [
            .. further.Prepend(usual).DistinctBy(address => address.Authority, StringComparer.OrdinalIgnoreCase),
        ];
        Names = [.. addresses.Select(address => address.Authority)];
        _addresses = addresses.ToDictionary(address => address.Authority, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Where links lead that name no domain.</summary>
    public Uri Usual { get; }

    /// <summary>The domains, as blocks and journeys name them: <c>s.brand.cn</c>.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>All addresses.</summary>
    internal IEnumerable<Uri> Addresses => _addresses.Values;

    /// <summary>The address of a domain; null for one that is not of this installation.</summary>
    public Uri? Find(string name) => _addresses.GetValueOrDefault(name);
}
