#pragma once
// Inside `cafe` only: where things stand in lists that one action writes to many times. The first look-ups walk along
// the list; then an index by id is built once and kept, so that 20,000 people come and go in linear time as long as
// they do so at the end of their list. An index that is off costs a walk, never a wrong place.

#include "cafe/history.hpp"
#include "cafe/nearest.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace ronde::cafe {

class Places {
public:
    /// Where the thing of this id stands; list.size() when there is none. A list is always asked for by one kind.
    template <class Thing>
    [[nodiscard]] std::size_t find(ObjectKind kind, const std::vector<Thing>& list, const std::string& id) {
        Known& known = m_known[kind];
        constexpr std::size_t few = 8;
        if (known.asked < few) {
            ++known.asked;
            return near(list, id, 0);
        }
        if (!known.built) {
            for (std::size_t i = 0; i < list.size(); ++i) known.at.emplace(list[i].id.value, i);
            known.built = true;
        }
        const auto at = known.at.find(id);
        return at == known.at.end() ? list.size() : near(list, id, at->second);
    }

    /// What was put in or taken out since, once it is done.
    void put_in(ObjectKind kind, const std::string& id, std::size_t at) {
        if (Known& known = m_known[kind]; known.built) known.at[id] = at;
    }
    void taken_out(ObjectKind kind, const std::string& id) {
        if (Known& known = m_known[kind]; known.built) known.at.erase(id);
    }

private:
    template <class Thing>
    static std::size_t near(const std::vector<Thing>& list, const std::string& id, std::size_t from) {
        return nearest(list.size(), from, [&](std::size_t at) { return list[at].id.value == id; });
    }

    struct Known {
        std::size_t asked = 0;
        bool built = false;
        std::unordered_map<std::string, std::size_t> at{};
    };
    std::map<ObjectKind, Known> m_known;
};

} // namespace ronde::cafe
