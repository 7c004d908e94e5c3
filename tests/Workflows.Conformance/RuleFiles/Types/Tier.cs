// The recorded rules name these types by this namespace.
namespace Corpus;

public enum Tier
{
    None,
    Bronze,
    Silver,
    Gold,
}
