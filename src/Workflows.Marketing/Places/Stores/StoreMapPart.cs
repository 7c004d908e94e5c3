namespace Workflows.Marketing.Places.Stores;

/// <summary>A stretch of a map's stores, split in the middle along one axis.</summary>
/// <param name="From">The first store.</param>
/// <param name="To">The one behind the last.</param>
/// <param name="Axis">The axis along which the stretch is sorted; −1 for a single store on its own.</param>
internal readonly record struct StoreMapPart(int From, int To, int Axis)
{
    public bool IsStore => Axis < 0;

    public bool IsEmpty => From >= To;

    public int Middle => From + ((To - From) / 2);

    public StoreMapPart Below => new(From, Middle, NextAxis);

    public StoreMapPart Above => new(Middle + 1, To, NextAxis);

    private int NextAxis => (Axis + 1) % 3;

    public static StoreMapPart Store(int index) => new(index, index + 1, Axis: -1);
}
