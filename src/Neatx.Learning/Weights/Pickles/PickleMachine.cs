using System.Buffers.Binary;

namespace Neatx.Learning.Weights.Pickles;

/// <summary>
/// Carries out one pickle of numbers, texts, containers and what an <see cref="IPickleWorld"/> knows. A pickle is a list of instructions for a machine with
/// a stack and a memory; instructions that could run code are either handed to the world, which runs none, or refused by name and place.
/// </summary>
internal sealed class PickleMachine
{
    private const int LongestNumber = 16;

    private readonly PickleInput _input;
    private readonly IPickleWorld _world;
    private readonly PickleStack _stack;
    private readonly Dictionary<uint, object?> _memory = [];
    private PickleOpcode _opcode;
    private long _place;

    private PickleMachine(PickleInput input, IPickleWorld world, ReadLimits limits) => (_input, _world, _stack) = (input, world, new PickleStack(limits.MaxValues));

    /// <summary>What the next pickle of the input stands for: null, bool, long, double, string, a container or a thing of the world.</summary>
    /// <exception cref="InvalidDataException">It asks for something that is not known, or is damaged.</exception>
    public static object? Run(PickleInput input, IPickleWorld world, ReadLimits limits)
    {
        var machine = new PickleMachine(input, world, limits);
        while (true)
        {
            machine._place = input.Position;
            machine._opcode = (PickleOpcode)input.ReadByte();
            if (machine._opcode == PickleOpcode.Stop) return machine._stack.TryFinish(out var value) ? value : throw machine.Damaged("it ends with other than one value");
            machine.Step();
        }
    }

    private void Step()
    {
        switch (_opcode)
        {
            case PickleOpcode.Proto:
                if (_input.ReadByte() is var version && version is < 2 or > 5) throw Damaged($"protocol {version} is not read");
                break;
            case PickleOpcode.Frame:
                // Frames only help readers to read ahead.
                _input.ReadUInt64();
                break;
            case PickleOpcode.Mark:
                _stack.Mark();
                break;
            case PickleOpcode.BinPut or PickleOpcode.LongBinPut or PickleOpcode.Memoize:
                _memory[_opcode == PickleOpcode.Memoize ? (uint)_memory.Count : Slot(PickleOpcode.BinPut)] = Top();
                break;
            case PickleOpcode.BinGet or PickleOpcode.LongBinGet:
                var slot = Slot(PickleOpcode.BinGet);
                _stack.Push(_memory.TryGetValue(slot, out var kept) ? kept : throw Damaged($"nothing was remembered as {slot:N0}"));
                break;
            case PickleOpcode.Append or PickleOpcode.Appends:
                var added = _opcode == PickleOpcode.Append ? Take(1) : TakeToMark();
                (Top() as PickleList ?? throw Damaged("it appends to what is no list")).Items.AddRange(added);
                break;
            case PickleOpcode.SetItem or PickleOpcode.SetItems:
                Fill(_opcode == PickleOpcode.SetItem ? Take(2) : TakeToMark());
                break;
            case PickleOpcode.Global or PickleOpcode.StackGlobal or PickleOpcode.Reduce or PickleOpcode.BinPersId or PickleOpcode.Build:
                Ask();
                break;
            default:
                _stack.Push(Value());
                break;
        }
    }

    /// <summary>What is on the stack afterwards, for instructions of plain data.</summary>
    private object? Value() => _opcode switch
    {
        PickleOpcode.None => null,
        PickleOpcode.NewTrue => true,
        PickleOpcode.NewFalse => false,
        PickleOpcode.BinInt => (long)_input.ReadInt32(),
        PickleOpcode.BinInt1 => (long)_input.ReadByte(),
        PickleOpcode.BinInt2 => (long)_input.ReadUInt16(),
        PickleOpcode.BinFloat => _input.ReadDouble(),
        PickleOpcode.Long1 => LongNumber(),
        PickleOpcode.BinUnicode or PickleOpcode.BinString => _input.ReadText((uint)_input.ReadInt32()),
        PickleOpcode.ShortBinUnicode or PickleOpcode.ShortBinString => _input.ReadText(_input.ReadByte()),
        PickleOpcode.EmptyDict => new PickleDictionary(isOrdered: false),
        PickleOpcode.EmptyList => new PickleList(),
        PickleOpcode.EmptyTuple => PickleTuple.Empty,
        PickleOpcode.Tuple1 => new PickleTuple(Take(1)),
        PickleOpcode.Tuple2 => new PickleTuple(Take(2)),
        PickleOpcode.Tuple3 => new PickleTuple(Take(3)),
        PickleOpcode.Tuple => new PickleTuple(TakeToMark()),
        _ => throw Refused("which weights do not need"),
    };

    /// <summary>Beyond 64 bits there is only the magic number of old files; it stays as its bytes.</summary>
    private object LongNumber()
    {
        var length = _input.ReadByte();
        if (length > LongestNumber) throw Damaged($"a whole number of {length:N0} bytes is not read; {LongestNumber} are the most");
        var bytes = _input.ReadBytes(length);
        if (length > sizeof(long)) return bytes;
        var isNegative = length > 0 && bytes[^1] >= 0x80;
        Span<byte> whole = stackalloc byte[sizeof(long)];
        whole.Fill(isNegative ? byte.MaxValue : byte.MinValue);
        bytes.CopyTo(whole);
        return BinaryPrimitives.ReadInt64LittleEndian(whole);
    }

    /// <summary>What is not only data goes to the world.</summary>
    private void Ask()
    {
        try
        {
            switch (_opcode)
            {
                case PickleOpcode.Global:
                    _stack.Push(_world.Find(_input.ReadLine(), _input.ReadLine()));
                    break;
                case PickleOpcode.StackGlobal:
                    _stack.Push(Take(2) is [string module, string name] ? _world.Find(module, name) : throw Damaged("the names are no texts"));
                    break;
                case PickleOpcode.Reduce:
                    _stack.Push(Take(2) is [var callable, PickleTuple arguments] ? _world.Call(callable, arguments) : throw Damaged("the arguments are no tuple"));
                    break;
                case PickleOpcode.BinPersId:
                    _stack.Push(_world.Load(Take(1)[0]));
                    break;
                default:
                    // Attributes of an OrderedDict are the versions of modules, which say nothing of tensors.
                    if (Take(1) is not [PickleDictionary] || Top() is not PickleDictionary { IsOrdered: true }) throw Refused("which sets the state of an object");
                    break;
            }
        }
        catch (PickleRefusalException refusal)
        {
            throw Refused(refusal.Message);
        }
    }

    private void Fill(List<object?> items)
    {
        var dictionary = Top() as PickleDictionary ?? throw Damaged("it adds to what is no dictionary");
        if (items.Count % 2 != 0) throw Damaged("a key has no value");
        for (var index = 0; index < items.Count; index += 2) dictionary.Items.Add(new(items[index], items[index + 1]));
    }

    private uint Slot(PickleOpcode ofByte) => _opcode == ofByte ? _input.ReadByte() : (uint)_input.ReadInt32();

    private object? Top() => _stack.TryPeek(out var value) ? value : throw Damaged("there is no value");

    private List<object?> Take(int count) => _stack.Take(count) ?? throw Damaged("there is no value");

    private List<object?> TakeToMark() => _stack.TakeToMark() ?? throw Damaged("there is no mark");

    private InvalidDataException Damaged(string what) => new($"its pickle is damaged at byte {_place:N0} ({PickleOpcodes.NameOf(_opcode)}): {what}. Download or save it again");

    private InvalidDataException Refused(string what) => new($"""
        at byte {_place:N0} its pickle has the instruction {PickleOpcodes.NameOf(_opcode)}, {what}. Only tensors, numbers, texts and containers of them are read, since anything else can run code.
        If you trust the file, save its tensors alone in Python: torch.save(model.state_dict(), "weights.pth")
        """);
}
