// The recorded rules name these types by this namespace.
namespace Corpus;

public sealed class Address
{
    public string? City { get; set; }

    public string? Country { get; set; }

    public int? Floor { get; set; }
}
